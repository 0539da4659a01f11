from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .currency_of_subscription_items_of_subscription_detail import CurrencyOfSubscriptionItemsOfSubscriptionDetail
    from .status_of_subscription_items_of_subscription_detail import StatusOfSubscriptionItemsOfSubscriptionDetail
    from .subscription_action_of_pending_action_of_subscription_items_of_subscription_detail import (
        SubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail,
    )
    from .variant_of_subscription_items_of_subscription_detail import VariantOfSubscriptionItemsOfSubscriptionDetail


class SubscriptionItemsOfSubscriptionDetail(Model):
    """`SubscriptionItemsOfSubscriptionDetail` of the contract, as it is received."""

    activated_at: dt.datetime | str | None | Unset = date_time("activated_at", default=UNSET)
    canceled_at: dt.datetime | str | None | Unset = date_time("canceled_at", default=UNSET)
    currency: CurrencyOfSubscriptionItemsOfSubscriptionDetail | str | None | Unset = UNSET
    expired_at: dt.datetime | str | None | Unset = date_time("expired_at", default=UNSET)
    id: str | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    is_cancel_at_period_end: bool | None | Unset = UNSET
    license_id: str | None | Unset = UNSET
    orderline_id: str | None | Unset = UNSET
    pending_action: SubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail | None | Unset = UNSET
    price: float | str | None | Unset = UNSET
    quantity: int | str | None | Unset = UNSET
    status: StatusOfSubscriptionItemsOfSubscriptionDetail | str | None | Unset = UNSET
    subscription_id: str | None | Unset = UNSET
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)
    variant: VariantOfSubscriptionItemsOfSubscriptionDetail | None | Unset = UNSET
    variant_id: int | str | None | Unset = UNSET

    _nested = {
        "pending_action": "SubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail",
        "variant": "VariantOfSubscriptionItemsOfSubscriptionDetail",
    }
    _printed = "item {id}: {quantity} × {variant}, {status}, {price}"
