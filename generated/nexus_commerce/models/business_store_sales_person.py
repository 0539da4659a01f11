from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_store_business_user import BusinessStoreBusinessUser


class BusinessStoreSalesPerson(Model):
    """`BusinessStoreSalesPerson` of the contract, as it is received."""

    business_user: BusinessStoreBusinessUser | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    percentage: float | str | None | Unset = UNSET
    weekly_schedule: dict[str, Any] | None | Unset = UNSET

    _nested = {"business_user": "BusinessStoreBusinessUser"}
