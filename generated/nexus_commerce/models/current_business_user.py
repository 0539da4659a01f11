from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .current_business_user_business import CurrentBusinessUserBusiness
    from .current_business_user_role import CurrentBusinessUserRole


class CurrentBusinessUser(Model):
    """`CurrentBusinessUser` of the contract, as it is received."""

    business: CurrentBusinessUserBusiness | None | Unset = UNSET
    business_phone: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_locked: bool | None | Unset = UNSET
    is_verified: bool | None | Unset = UNSET
    metadata: dict[str, Any] | None | Unset = UNSET
    role: CurrentBusinessUserRole | None | Unset = UNSET
    user_id: int | str | None | Unset = UNSET

    _nested = {"business": "CurrentBusinessUserBusiness", "role": "CurrentBusinessUserRole"}
