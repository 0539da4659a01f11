from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .advertiser_of_order import AdvertiserOfOrder
    from .analytics_purchases_of_order import AnalyticsPurchasesOfOrder
    from .awb_ca_status_of_order import AwbCaStatusOfOrder
    from .awb_status_of_order import AwbStatusOfOrder
    from .business_of_order import BusinessOfOrder
    from .courier_service_of_order import CourierServiceOfOrder
    from .customer_of_order import CustomerOfOrder
    from .destination_address_of_order import DestinationAddressOfOrder
    from .financial_entity_of_order import FinancialEntityOfOrder
    from .follow_up_chats_of_order import FollowUpChatsOfOrder
    from .handler_of_order import HandlerOfOrder
    from .last_updated_by_of_order import LastUpdatedByOfOrder
    from .message_history_of_order import MessageHistoryOfOrder
    from .order_emails_of_order import OrderEmailsOfOrder
    from .orderlines_of_order import OrderlinesOfOrder
    from .origin_address_of_order import OriginAddressOfOrder
    from .payment_method_of_order import PaymentMethodOfOrder
    from .payment_status_history_of_order import PaymentStatusHistoryOfOrder
    from .payment_status_of_order import PaymentStatusOfOrder
    from .shipment_provider_code_of_order import ShipmentProviderCodeOfOrder
    from .shipment_status_history_of_order import ShipmentStatusHistoryOfOrder
    from .status_history_of_order import StatusHistoryOfOrder
    from .status_of_order import StatusOfOrder
    from .store_of_order import StoreOfOrder
    from .warehouse_of_order import WarehouseOfOrder


class Order(Model):
    """`Order` of the contract, as it is received."""

    advertiser: AdvertiserOfOrder | None | Unset = UNSET
    agent_context: dict[str, Any] | None | Unset = UNSET
    analytics_purchases: list[AnalyticsPurchasesOfOrder] | None | Unset = UNSET
    awb_ca_status: AwbCaStatusOfOrder | str | None | Unset = UNSET
    awb_status: AwbStatusOfOrder | str | None | Unset = UNSET
    bundle_price_options: dict[str, Any] | None | Unset = UNSET
    business: BusinessOfOrder | None | Unset = UNSET
    canceled_time: dt.datetime | str | None | Unset = date_time("canceled_time", default=UNSET)
    channel_name: str | None | Unset = UNSET
    chat_message: str | None | Unset = UNSET
    closed_time: dt.datetime | str | None | Unset = date_time("closed_time", default=UNSET)
    cogs: str | float | None | Unset = UNSET
    cogs_bt: str | float | None | Unset = UNSET
    completed_time: dt.datetime | str | None | Unset = date_time("completed_time", default=UNSET)
    confirmed_time: dt.datetime | str | None | Unset = date_time("confirmed_time", default=UNSET)
    conflict_time: dt.datetime | str | None | Unset = date_time("conflict_time", default=UNSET)
    courier: int | str | None | Unset = UNSET
    courier_additional_info: str | None | Unset = UNSET
    courier_service: CourierServiceOfOrder | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    customer: CustomerOfOrder | None | Unset = UNSET
    destination_address: DestinationAddressOfOrder | None | Unset = UNSET
    discount_code_applied_to: str | None | Unset = UNSET
    discount_code_code: str | None | Unset = UNSET
    discount_code_discount: str | float | None | Unset = UNSET
    discount_code_id: int | str | None | Unset = UNSET
    discount_rate: str | float | None | Unset = UNSET
    draft_time: dt.datetime | str | None | Unset = date_time("draft_time", default=UNSET)
    dropshipper_name: str | None | Unset = UNSET
    dropshipper_phone: str | None | Unset = UNSET
    epayment_provider: str | None | Unset = UNSET
    external_id: str | None | Unset = UNSET
    fb_pixel_ids: list[str] | None | Unset = UNSET
    final_variants: dict[str, Any] | None | Unset = UNSET
    financial_entity: FinancialEntityOfOrder | None | Unset = UNSET
    follow_up_chat_type: str | None | Unset = UNSET
    follow_up_chats: list[FollowUpChatsOfOrder] | None | Unset = UNSET
    gross_revenue: str | float | None | Unset = UNSET
    gross_revenue_for_dropshipper: str | float | None | Unset = UNSET
    handler: HandlerOfOrder | None | Unset = UNSET
    handler_phone: str | None | Unset = UNSET
    id: str | None | Unset = UNSET
    in_process_time: dt.datetime | str | None | Unset = date_time("in_process_time", default=UNSET)
    ip: str | None | Unset = UNSET
    is_dropshipping: bool | None | Unset = UNSET
    is_from_form: bool | None | Unset = UNSET
    is_probably_spam: bool | None | Unset = UNSET
    is_purchase_fb: bool | None | Unset = UNSET
    is_purchase_kwai: bool | None | Unset = UNSET
    is_purchase_tiktok: bool | None | Unset = UNSET
    is_repeat: bool | None | Unset = UNSET
    kwai_pixel_ids: list[str] | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    last_updated_by: LastUpdatedByOfOrder | None | Unset = UNSET
    mark_as_spam_by: str | None | Unset = UNSET
    message_history: list[MessageHistoryOfOrder] | None | Unset = UNSET
    metadata: dict[str, Any] | None | Unset = UNSET
    min_payment_fee: str | float | None | Unset = UNSET
    net_payment_revenue: str | float | None | Unset = UNSET
    net_revenue: str | float | None | Unset = UNSET
    notes: str | None | Unset = UNSET
    order_emails: list[OrderEmailsOfOrder] | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    orderlines: list[OrderlinesOfOrder] | None | Unset = UNSET
    origin_address: OriginAddressOfOrder | None | Unset = UNSET
    other_income: str | float | None | Unset = UNSET
    other_income_bt: str | float | None | Unset = UNSET
    other_income_name: str | None | Unset = UNSET
    paid_time: dt.datetime | str | None | Unset = date_time("paid_time", default=UNSET)
    payment_account_holder: str | None | Unset = UNSET
    payment_account_id: int | str | None | Unset = UNSET
    payment_account_number: str | None | Unset = UNSET
    payment_fee: str | float | None | Unset = UNSET
    payment_fee_rate: str | float | None | Unset = UNSET
    payment_link_income: str | float | None | Unset = UNSET
    payment_link_income_bt: str | float | None | Unset = UNSET
    payment_method: PaymentMethodOfOrder | str | None | Unset = UNSET
    payment_status: PaymentStatusOfOrder | str | None | Unset = UNSET
    payment_status_history: list[PaymentStatusHistoryOfOrder] | None | Unset = UNSET
    payment_url: str | None | Unset = UNSET
    pending_time: dt.datetime | str | None | Unset = date_time("pending_time", default=UNSET)
    pg_paid_info: dict[str, Any] | None | Unset = UNSET
    pg_payment_info: dict[str, Any] | None | Unset = UNSET
    pg_reference_id: str | None | Unset = UNSET
    platform: str | None | Unset = UNSET
    product_discount: str | float | None | Unset = UNSET
    product_discount_bt: str | float | None | Unset = UNSET
    product_price: str | float | None | Unset = UNSET
    product_price_bt: str | float | None | Unset = UNSET
    product_weight: str | float | None | Unset = UNSET
    public_order_url: str | None | Unset = UNSET
    ready_time: dt.datetime | str | None | Unset = date_time("ready_time", default=UNSET)
    rts_time: dt.datetime | str | None | Unset = date_time("rts_time", default=UNSET)
    rtsproof_url: str | None | Unset = UNSET
    scalev_fee: str | float | None | Unset = UNSET
    secret_slug: str | None | Unset = UNSET
    shipment_provider_code: ShipmentProviderCodeOfOrder | str | None | Unset = UNSET
    shipment_receipt: str | None | Unset = UNSET
    shipment_status: str | None | Unset = UNSET
    shipment_status_history: list[ShipmentStatusHistoryOfOrder] | None | Unset = UNSET
    shipped_time: dt.datetime | str | None | Unset = date_time("shipped_time", default=UNSET)
    shipping_cost: str | float | None | Unset = UNSET
    shipping_discount: str | float | None | Unset = UNSET
    shipping_fee: str | float | None | Unset = UNSET
    shipping_fee_discount: str | float | None | Unset = UNSET
    status: StatusOfOrder | str | None | Unset = UNSET
    status_history: list[StatusHistoryOfOrder] | None | Unset = UNSET
    store: StoreOfOrder | None | Unset = UNSET
    tags: list[str] | None | Unset = UNSET
    tax_rate: float | str | None | Unset = UNSET
    tiktok_pixel_ids: list[str] | None | Unset = UNSET
    total_quantity: int | str | None | Unset = UNSET
    total_weight: str | float | None | Unset = UNSET
    transfer_time: dt.datetime | str | None | Unset = date_time("transfer_time", default=UNSET)
    transferproof_url: str | None | Unset = UNSET
    unique_code_discount: str | float | None | Unset = UNSET
    unpaid_time: dt.datetime | str | None | Unset = date_time("unpaid_time", default=UNSET)
    utm_source: str | None | Unset = UNSET
    variants: dict[str, Any] | None | Unset = UNSET
    warehouse: WarehouseOfOrder | None | Unset = UNSET
    weight_bump: str | float | None | Unset = UNSET

    _nested = {
        "advertiser": "AdvertiserOfOrder",
        "analytics_purchases": ["AnalyticsPurchasesOfOrder"],
        "business": "BusinessOfOrder",
        "courier_service": "CourierServiceOfOrder",
        "customer": "CustomerOfOrder",
        "destination_address": "DestinationAddressOfOrder",
        "financial_entity": "FinancialEntityOfOrder",
        "follow_up_chats": ["FollowUpChatsOfOrder"],
        "handler": "HandlerOfOrder",
        "last_updated_by": "LastUpdatedByOfOrder",
        "message_history": ["MessageHistoryOfOrder"],
        "order_emails": ["OrderEmailsOfOrder"],
        "orderlines": ["OrderlinesOfOrder"],
        "origin_address": "OriginAddressOfOrder",
        "payment_status_history": ["PaymentStatusHistoryOfOrder"],
        "shipment_status_history": ["ShipmentStatusHistoryOfOrder"],
        "status_history": ["StatusHistoryOfOrder"],
        "store": "StoreOfOrder",
        "warehouse": "WarehouseOfOrder",
    }
