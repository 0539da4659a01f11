from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class BusinessOfBundlesOfProductRelations(Model):
    """`BusinessOfBundlesOfProductRelations` of the contract, as it is received."""

    account_holder: str | None | Unset = UNSET
    email: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_banned: bool | None | Unset = UNSET
    logo: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    username: str | None | Unset = UNSET
