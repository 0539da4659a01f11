"""`SuccessesOfGenerateOrCancelAWB` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class SuccessesOfGenerateOrCancelAWB(Model):
    """`SuccessesOfGenerateOrCancelAWB` of the contract, as it is received."""

    order_id: str | None | Unset = renamed("ORDER_ID", default=UNSET)
