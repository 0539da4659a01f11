from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class StorefrontVariant(Model):
    """`StorefrontVariant` of the contract, as it is received."""

    currency: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    fullname: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    interval: str | None | Unset = UNSET
    interval_count: int | str | None | Unset = UNSET
    is_active: bool | None | Unset = UNSET
    is_inventory: bool | None | Unset = UNSET
    item_type: str | None | Unset = UNSET
    metadata: dict[str, Any] | None | Unset = UNSET
    name: str | None | Unset = UNSET
    option1_value: str | None | Unset = UNSET
    option2_value: str | None | Unset = UNSET
    option3_value: str | None | Unset = UNSET
    price: str | float | None | Unset = UNSET
    pricing_type: str | None | Unset = UNSET
    rich_description: str | None | Unset = UNSET
    sku: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    uuid: str | None | Unset = UNSET
    weight: int | str | None | Unset = UNSET

    _printed = "{fullname}: {price}"
