from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .storefront_customer_facing_courier_service import StorefrontCustomerFacingCourierService
    from .storefront_customer_facing_customer import StorefrontCustomerFacingCustomer
    from .storefront_customer_facing_destination_address import StorefrontCustomerFacingDestinationAddress
    from .storefront_customer_facing_order_line import StorefrontCustomerFacingOrderLine
    from .storefront_customer_facing_store import StorefrontCustomerFacingStore


class StorefrontCustomerFacingOrder(Model):
    """`StorefrontCustomerFacingOrder` of the contract, as it is received."""

    customer: StorefrontCustomerFacingCustomer | None | Unset = UNSET
    final_variants: dict[str, int | str] | None | Unset = UNSET
    gross_revenue: str | float | None | Unset = UNSET
    id: str | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    orderlines: list[StorefrontCustomerFacingOrderLine] | None | Unset = UNSET
    payment_method: str | None | Unset = UNSET
    payment_status: str | None | Unset = UNSET
    payment_url: str | None | Unset = UNSET
    pg_payment_info: dict[str, Any] | None | Unset = UNSET
    product_price: str | float | None | Unset = UNSET
    public_order_url: str | None | Unset = UNSET
    secret_slug: str | None | Unset = UNSET
    shipping_cost: str | float | None | Unset = UNSET
    status: str | None | Unset = UNSET
    store: StorefrontCustomerFacingStore | None | Unset = UNSET
    awb_status: str | None | Unset = UNSET
    canceled_time: dt.datetime | str | None | Unset = date_time("canceled_time", default=UNSET)
    closed_time: dt.datetime | str | None | Unset = date_time("closed_time", default=UNSET)
    completed_time: dt.datetime | str | None | Unset = date_time("completed_time", default=UNSET)
    confirmed_time: dt.datetime | str | None | Unset = date_time("confirmed_time", default=UNSET)
    courier_service: StorefrontCustomerFacingCourierService | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    destination_address: StorefrontCustomerFacingDestinationAddress | None | Unset = UNSET
    discount_code_applied_to: str | None | Unset = UNSET
    discount_code_code: str | None | Unset = UNSET
    discount_code_discount: str | float | None | Unset = UNSET
    discount_rate: str | float | None | Unset = UNSET
    draft_time: dt.datetime | str | None | Unset = date_time("draft_time", default=UNSET)
    gross_revenue_for_dropshipper: str | float | None | Unset = UNSET
    in_process_time: dt.datetime | str | None | Unset = date_time("in_process_time", default=UNSET)
    is_dropshipping: bool | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    notes: str | None | Unset = UNSET
    other_income: str | float | None | Unset = UNSET
    other_income_name: str | None | Unset = UNSET
    paid_time: dt.datetime | str | None | Unset = date_time("paid_time", default=UNSET)
    payment_account_holder: str | None | Unset = UNSET
    payment_account_number: str | None | Unset = UNSET
    payment_link_income: str | float | None | Unset = UNSET
    pending_time: dt.datetime | str | None | Unset = date_time("pending_time", default=UNSET)
    product_discount: str | float | None | Unset = UNSET
    product_weight: int | str | None | Unset = UNSET
    ready_time: dt.datetime | str | None | Unset = date_time("ready_time", default=UNSET)
    rts_time: dt.datetime | str | None | Unset = date_time("rts_time", default=UNSET)
    shipment_receipt: str | None | Unset = UNSET
    shipment_status: str | None | Unset = UNSET
    shipment_status_history: list[dict[str, Any]] | None | Unset = UNSET
    shipped_time: dt.datetime | str | None | Unset = date_time("shipped_time", default=UNSET)
    shipping_discount: str | float | None | Unset = UNSET
    status_history: list[dict[str, Any]] | None | Unset = UNSET
    total_quantity: int | str | None | Unset = UNSET
    total_weight: int | str | None | Unset = UNSET
    transfer_time: dt.datetime | str | None | Unset = date_time("transfer_time", default=UNSET)
    transferproof_url: str | None | Unset = UNSET
    unique_code_discount: str | float | None | Unset = UNSET
    unpaid_time: dt.datetime | str | None | Unset = date_time("unpaid_time", default=UNSET)

    _nested = {
        "customer": "StorefrontCustomerFacingCustomer",
        "orderlines": ["StorefrontCustomerFacingOrderLine"],
        "store": "StorefrontCustomerFacingStore",
        "courier_service": "StorefrontCustomerFacingCourierService",
        "destination_address": "StorefrontCustomerFacingDestinationAddress",
    }
    _printed = "{order_id}: {status}, {payment_status}, {gross_revenue} by {payment_method}{orderlines}"
