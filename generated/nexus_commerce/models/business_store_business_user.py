from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_store_role import BusinessStoreRole
    from .business_store_user import BusinessStoreUser


class BusinessStoreBusinessUser(Model):
    """`BusinessStoreBusinessUser` of the contract, as it is received."""

    business_phone: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    role: BusinessStoreRole | None | Unset = UNSET
    user: BusinessStoreUser | None | Unset = UNSET

    _nested = {"role": "BusinessStoreRole", "user": "BusinessStoreUser"}
