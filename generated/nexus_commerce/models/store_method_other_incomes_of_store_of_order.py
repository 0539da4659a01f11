from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_store_method_other_incomes_of_store_of_order import TypeOfStoreMethodOtherIncomesOfStoreOfOrder


class StoreMethodOtherIncomesOfStoreOfOrder(Model):
    """`StoreMethodOtherIncomesOfStoreOfOrder` of the contract, as it is received."""

    payment_method: str | None | Unset = UNSET
    type_: TypeOfStoreMethodOtherIncomesOfStoreOfOrder | str | None | Unset = renamed("type", default=UNSET)
    amount: float | str | None | Unset = UNSET
    percentage: float | str | None | Unset = UNSET
