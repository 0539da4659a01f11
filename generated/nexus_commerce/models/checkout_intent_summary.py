from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .cart_summary_of_checkout_intent_summary import CartSummaryOfCheckoutIntentSummary
    from .customer_of_checkout_intent_summary import CustomerOfCheckoutIntentSummary
    from .handler_of_checkout_intent_summary import HandlerOfCheckoutIntentSummary
    from .order_of_checkout_intent_summary import OrderOfCheckoutIntentSummary
    from .page_of_checkout_intent_summary import PageOfCheckoutIntentSummary
    from .status_of_checkout_intent_summary import StatusOfCheckoutIntentSummary
    from .store_of_checkout_intent_summary import StoreOfCheckoutIntentSummary


class CheckoutIntentSummary(Model):
    """`CheckoutIntentSummary` of the contract, as it is received."""

    cart_summary: CartSummaryOfCheckoutIntentSummary | None | Unset = UNSET
    completed_at: dt.datetime | str | None | Unset = date_time("completed_at", default=UNSET)
    contactable: bool | None | Unset = UNSET
    customer: CustomerOfCheckoutIntentSummary | None | Unset = UNSET
    follow_up_eligible_at: dt.datetime | str | None | Unset = date_time("follow_up_eligible_at", default=UNSET)
    form_widget_id: str | None | Unset = UNSET
    handler: HandlerOfCheckoutIntentSummary | None | Unset = UNSET
    id: str | None | Unset = UNSET
    is_email_follow_up_already_sended: bool | None | Unset = UNSET
    last_activity_at: dt.datetime | str | None | Unset = date_time("last_activity_at", default=UNSET)
    order: OrderOfCheckoutIntentSummary | None | Unset = UNSET
    page: PageOfCheckoutIntentSummary | None | Unset = UNSET
    source_url: str | None | Unset = UNSET
    started_at: dt.datetime | str | None | Unset = date_time("started_at", default=UNSET)
    status: StatusOfCheckoutIntentSummary | str | None | Unset = UNSET
    store: StoreOfCheckoutIntentSummary | None | Unset = UNSET

    _nested = {
        "cart_summary": "CartSummaryOfCheckoutIntentSummary",
        "customer": "CustomerOfCheckoutIntentSummary",
        "handler": "HandlerOfCheckoutIntentSummary",
        "order": "OrderOfCheckoutIntentSummary",
        "page": "PageOfCheckoutIntentSummary",
        "store": "StoreOfCheckoutIntentSummary",
    }
