from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_store_courier_other_incomes_of_store_of_order import TypeOfStoreCourierOtherIncomesOfStoreOfOrder


class StoreCourierOtherIncomesOfStoreOfOrder(Model):
    """`StoreCourierOtherIncomesOfStoreOfOrder` of the contract, as it is received."""

    courier_id: int | str | None | Unset = UNSET
    type_: TypeOfStoreCourierOtherIncomesOfStoreOfOrder | str | None | Unset = renamed("type", default=UNSET)
    amount: float | str | None | Unset = UNSET
    percentage: float | str | None | Unset = UNSET
