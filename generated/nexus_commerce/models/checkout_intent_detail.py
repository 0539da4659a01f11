from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .attribution_of_checkout_intent_detail import AttributionOfCheckoutIntentDetail
    from .cart_summary_of_checkout_intent_detail import CartSummaryOfCheckoutIntentDetail
    from .checkout_intent_stored_item import CheckoutIntentStoredItem
    from .customer_of_checkout_intent_detail import CustomerOfCheckoutIntentDetail
    from .fields_of_checkout_intent_detail import FieldsOfCheckoutIntentDetail
    from .handler_of_checkout_intent_detail import HandlerOfCheckoutIntentDetail
    from .order_of_checkout_intent_detail import OrderOfCheckoutIntentDetail
    from .page_of_checkout_intent_detail import PageOfCheckoutIntentDetail
    from .status_of_checkout_intent_detail import StatusOfCheckoutIntentDetail
    from .store_of_checkout_intent_detail import StoreOfCheckoutIntentDetail


class CheckoutIntentDetail(Model):
    """`CheckoutIntentDetail` of the contract, as it is received."""

    attribution: AttributionOfCheckoutIntentDetail | None | Unset = UNSET
    cart_summary: CartSummaryOfCheckoutIntentDetail | None | Unset = UNSET
    completed_at: dt.datetime | str | None | Unset = date_time("completed_at", default=UNSET)
    contactable: bool | None | Unset = UNSET
    customer: CustomerOfCheckoutIntentDetail | None | Unset = UNSET
    fields: FieldsOfCheckoutIntentDetail | None | Unset = UNSET
    follow_up_eligible_at: dt.datetime | str | None | Unset = date_time("follow_up_eligible_at", default=UNSET)
    form_widget_id: str | None | Unset = UNSET
    handler: HandlerOfCheckoutIntentDetail | None | Unset = UNSET
    id: str | None | Unset = UNSET
    is_email_follow_up_already_sended: bool | None | Unset = UNSET
    items: list[CheckoutIntentStoredItem] | None | Unset = UNSET
    last_activity_at: dt.datetime | str | None | Unset = date_time("last_activity_at", default=UNSET)
    order: OrderOfCheckoutIntentDetail | None | Unset = UNSET
    page: PageOfCheckoutIntentDetail | None | Unset = UNSET
    recovery_url: str | None | Unset = UNSET
    recovery_url_expires_at: dt.datetime | str | None | Unset = date_time("recovery_url_expires_at", default=UNSET)
    source_url: str | None | Unset = UNSET
    started_at: dt.datetime | str | None | Unset = date_time("started_at", default=UNSET)
    status: StatusOfCheckoutIntentDetail | str | None | Unset = UNSET
    store: StoreOfCheckoutIntentDetail | None | Unset = UNSET

    _nested = {
        "attribution": "AttributionOfCheckoutIntentDetail",
        "cart_summary": "CartSummaryOfCheckoutIntentDetail",
        "customer": "CustomerOfCheckoutIntentDetail",
        "fields": "FieldsOfCheckoutIntentDetail",
        "handler": "HandlerOfCheckoutIntentDetail",
        "items": ["CheckoutIntentStoredItem"],
        "order": "OrderOfCheckoutIntentDetail",
        "page": "PageOfCheckoutIntentDetail",
        "store": "StoreOfCheckoutIntentDetail",
    }
