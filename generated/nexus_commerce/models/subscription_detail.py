from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .customer_of_subscription_detail import CustomerOfSubscriptionDetail
    from .interval_of_subscription_detail import IntervalOfSubscriptionDetail
    from .latest_renewal_invoice_of_subscription_detail import LatestRenewalInvoiceOfSubscriptionDetail
    from .status_of_subscription_detail import StatusOfSubscriptionDetail
    from .store_of_subscription_detail import StoreOfSubscriptionDetail
    from .subscription_items_of_subscription_detail import SubscriptionItemsOfSubscriptionDetail


class SubscriptionDetail(Model):
    """`SubscriptionDetail` of the contract, as it is received."""

    activated_at: dt.datetime | str | None | Unset = date_time("activated_at", default=UNSET)
    business_customer_id: str | None | Unset = UNSET
    business_id: str | None | Unset = UNSET
    canceled_at: dt.datetime | str | None | Unset = date_time("canceled_at", default=UNSET)
    current_period_end: dt.datetime | str | None | Unset = date_time("current_period_end", default=UNSET)
    current_period_start: dt.datetime | str | None | Unset = date_time("current_period_start", default=UNSET)
    customer: CustomerOfSubscriptionDetail | None | Unset = UNSET
    customer_id: str | None | Unset = UNSET
    expired_at: dt.datetime | str | None | Unset = date_time("expired_at", default=UNSET)
    id: str | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    interval: IntervalOfSubscriptionDetail | str | None | Unset = UNSET
    interval_count: int | str | None | Unset = UNSET
    is_active: bool | None | Unset = UNSET
    is_cancel_at_period_end: bool | None | Unset = UNSET
    latest_renewal_invoice: LatestRenewalInvoiceOfSubscriptionDetail | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    status: StatusOfSubscriptionDetail | str | None | Unset = UNSET
    store: StoreOfSubscriptionDetail | None | Unset = UNSET
    store_id: str | None | Unset = UNSET
    subscription_id: str | None | Unset = UNSET
    subscription_items: list[SubscriptionItemsOfSubscriptionDetail] | None | Unset = UNSET
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)

    _nested = {
        "customer": "CustomerOfSubscriptionDetail",
        "latest_renewal_invoice": "LatestRenewalInvoiceOfSubscriptionDetail",
        "store": "StoreOfSubscriptionDetail",
        "subscription_items": ["SubscriptionItemsOfSubscriptionDetail"],
    }
    _printed = (
        "subscription {id}: {status}, period until {current_period_end}, ends then: "
        "{is_cancel_at_period_end}{subscription_items}"
    )
