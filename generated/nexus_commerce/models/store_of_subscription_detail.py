from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StoreOfSubscriptionDetail(Model):
    """`StoreOfSubscriptionDetail` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    logo: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    uuid: str | None | Unset = UNSET
