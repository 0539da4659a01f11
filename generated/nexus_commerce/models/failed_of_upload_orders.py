from __future__ import annotations

from .._model import Model, renamed
from ..types import UNSET, Unset


class FailedOfUploadOrders(Model):
    """`FailedOfUploadOrders` of the contract, as it is received."""

    id_of_order: str | None | Unset = renamed("ID_OF_ORDER", default=UNSET)
