from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .status_of_subscription_items_of_subscription import StatusOfSubscriptionItemsOfSubscription
    from .variant_of_subscription_items_of_subscription import VariantOfSubscriptionItemsOfSubscription


class SubscriptionItemsOfSubscription(Model):
    """`SubscriptionItemsOfSubscription` of the contract, as it is received."""

    id: str | None | Unset = UNSET
    quantity: int | str | None | Unset = UNSET
    status: StatusOfSubscriptionItemsOfSubscription | str | None | Unset = UNSET
    unit_price: float | str | None | Unset = UNSET
    variant: VariantOfSubscriptionItemsOfSubscription | None | Unset = UNSET

    _nested = {"variant": "VariantOfSubscriptionItemsOfSubscription"}
    _printed = "item {id}: {quantity} × {variant}, {status}, {unit_price}"
