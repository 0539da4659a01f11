from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .business_of_storefront_public_order import BusinessOfStorefrontPublicOrder
    from .courier_service_of_storefront_public_order import CourierServiceOfStorefrontPublicOrder
    from .customer_of_storefront_public_order import CustomerOfStorefrontPublicOrder
    from .destination_address_of_storefront_public_order import DestinationAddressOfStorefrontPublicOrder
    from .orderlines_of_storefront_public_order import OrderlinesOfStorefrontPublicOrder
    from .page_of_storefront_public_order import PageOfStorefrontPublicOrder
    from .shipment_status_history_of_storefront_public_order import ShipmentStatusHistoryOfStorefrontPublicOrder
    from .store_custom_domain_of_storefront_public_order import StoreCustomDomainOfStorefrontPublicOrder
    from .store_of_storefront_public_order import StoreOfStorefrontPublicOrder


class StorefrontPublicOrder(Model):
    """`StorefrontPublicOrder` of the contract, as it is received."""

    gross_revenue: str | float | None | Unset = UNSET
    id: str | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    orderlines: list[OrderlinesOfStorefrontPublicOrder] | None | Unset = UNSET
    payment_method: str | None | Unset = UNSET
    payment_status: str | None | Unset = UNSET
    payment_url: str | None | Unset = UNSET
    pg_payment_info: dict[str, Any] | None | Unset = UNSET
    product_price: str | float | None | Unset = UNSET
    public_order_url: str | None | Unset = UNSET
    secret_slug: str | None | Unset = UNSET
    shipping_cost: str | float | None | Unset = UNSET
    status: str | None | Unset = UNSET
    bundle_price_options: dict[str, Any] | None | Unset = UNSET
    business: BusinessOfStorefrontPublicOrder | None | Unset = UNSET
    chat_message: str | None | Unset = UNSET
    courier_service: CourierServiceOfStorefrontPublicOrder | None | Unset = UNSET
    customer: CustomerOfStorefrontPublicOrder | None | Unset = UNSET
    customer_id: int | str | None | Unset = UNSET
    destination_address: DestinationAddressOfStorefrontPublicOrder | None | Unset = UNSET
    discount_code_code: str | None | Unset = UNSET
    discount_code_discount: str | float | None | Unset = UNSET
    draft_time: dt.datetime | str | None | Unset = date_time("draft_time", default=UNSET)
    epayment_provider: str | None | Unset = UNSET
    handler_phone: str | None | Unset = UNSET
    is_probably_spam: bool | None | Unset = UNSET
    other_income: str | float | None | Unset = UNSET
    other_income_name: str | None | Unset = UNSET
    page: PageOfStorefrontPublicOrder | None | Unset = UNSET
    paid_time: dt.datetime | str | None | Unset = date_time("paid_time", default=UNSET)
    payment_account_holder: str | None | Unset = UNSET
    payment_account_number: str | None | Unset = UNSET
    payment_expiration_at: dt.datetime | str | None | Unset = date_time("payment_expiration_at", default=UNSET)
    payment_link_income: str | float | None | Unset = UNSET
    post_payment_redirect_url: str | None | Unset = UNSET
    product_discount: str | float | None | Unset = UNSET
    redirect_url: str | None | Unset = UNSET
    shipment_receipt: str | None | Unset = UNSET
    shipment_status_history: list[ShipmentStatusHistoryOfStorefrontPublicOrder] | None | Unset = UNSET
    shipping_discount: str | float | None | Unset = UNSET
    status_history: list[dict[str, Any]] | None | Unset = UNSET
    store: StoreOfStorefrontPublicOrder | None | Unset = UNSET
    store_custom_domain: StoreCustomDomainOfStorefrontPublicOrder | None | Unset = UNSET
    transfer_time: dt.datetime | str | None | Unset = date_time("transfer_time", default=UNSET)
    transferproof_url: str | None | Unset = UNSET
    unique_code_discount: str | float | None | Unset = UNSET
    variants: dict[str, Any] | None | Unset = UNSET

    _nested = {
        "orderlines": ["OrderlinesOfStorefrontPublicOrder"],
        "business": "BusinessOfStorefrontPublicOrder",
        "courier_service": "CourierServiceOfStorefrontPublicOrder",
        "customer": "CustomerOfStorefrontPublicOrder",
        "destination_address": "DestinationAddressOfStorefrontPublicOrder",
        "page": "PageOfStorefrontPublicOrder",
        "shipment_status_history": ["ShipmentStatusHistoryOfStorefrontPublicOrder"],
        "store": "StoreOfStorefrontPublicOrder",
        "store_custom_domain": "StoreCustomDomainOfStorefrontPublicOrder",
    }
    _printed = "{order_id}: {status}, {payment_status}, {gross_revenue} by {payment_method}{orderlines}"
