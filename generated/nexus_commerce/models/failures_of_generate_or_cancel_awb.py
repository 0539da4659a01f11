from __future__ import annotations

from .._model import Model, renamed
from ..types import UNSET, Unset


class FailuresOfGenerateOrCancelAWB(Model):
    """`FailuresOfGenerateOrCancelAWB` of the contract, as it is received."""

    order_id: str | None | Unset = renamed("ORDER_ID", default=UNSET)
