from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class FollowUpChatsOfOrderList(Model):
    """`FollowUpChatsOfOrderList` of the contract, as it is received."""

    bundle_id: int | str | None | Unset = UNSET
    change_status: bool | None | Unset = UNSET
    hours_after: int | str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    image: str | None | Unset = UNSET
    is_default: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET
    product_id: int | str | None | Unset = UNSET
    provider: str | None | Unset = UNSET
    store_id: int | str | None | Unset = UNSET
    trigger: str | None | Unset = UNSET
