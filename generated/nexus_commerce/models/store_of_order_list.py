from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_of_store_of_order_list import BusinessOfStoreOfOrderList


class StoreOfOrderList(Model):
    """`StoreOfOrderList` of the contract, as it is received."""

    business: BusinessOfStoreOfOrderList | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    uuid: str | None | Unset = UNSET

    _nested = {"business": "BusinessOfStoreOfOrderList"}
