from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .item_type_of_variant_of_subscription_items_of_subscription_detail import (
        ItemTypeOfVariantOfSubscriptionItemsOfSubscriptionDetail,
    )


class VariantOfSubscriptionItemsOfSubscriptionDetail(Model):
    """`VariantOfSubscriptionItemsOfSubscriptionDetail` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    item_type: ItemTypeOfVariantOfSubscriptionItemsOfSubscriptionDetail | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    product_name: str | None | Unset = UNSET

    _printed = "{product_name}"
