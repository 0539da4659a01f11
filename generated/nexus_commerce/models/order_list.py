from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .advertiser_of_order_list import AdvertiserOfOrderList
    from .awb_ca_status_of_order_list import AwbCaStatusOfOrderList
    from .awb_status_of_order_list import AwbStatusOfOrderList
    from .courier_service_of_order_list import CourierServiceOfOrderList
    from .customer_of_order_list import CustomerOfOrderList
    from .destination_address_of_order_list import DestinationAddressOfOrderList
    from .financial_entity_of_order_list import FinancialEntityOfOrderList
    from .follow_up_chat_type_of_order_list import FollowUpChatTypeOfOrderList
    from .follow_up_chats_of_order_list import FollowUpChatsOfOrderList
    from .handler_of_order_list import HandlerOfOrderList
    from .message_history_of_order_list import MessageHistoryOfOrderList
    from .origin_address_of_order_list import OriginAddressOfOrderList
    from .payment_method_of_order_list import PaymentMethodOfOrderList
    from .payment_status_of_order_list import PaymentStatusOfOrderList
    from .shipment_provider_code_of_order_list import ShipmentProviderCodeOfOrderList
    from .status_of_order_list import StatusOfOrderList
    from .store_of_order_list import StoreOfOrderList
    from .tags_of_order_list import TagsOfOrderList
    from .warehouse_of_order_list import WarehouseOfOrderList


class OrderList(Model):
    """`OrderList` of the contract, as it is received."""

    advertiser: AdvertiserOfOrderList | None | Unset = UNSET
    agent_context: dict[str, Any] | None | Unset = UNSET
    awb_ca_status: AwbCaStatusOfOrderList | str | None | Unset = UNSET
    awb_status: AwbStatusOfOrderList | str | None | Unset = UNSET
    canceled_time: dt.datetime | str | None | Unset = date_time("canceled_time", default=UNSET)
    channel_name: str | None | Unset = UNSET
    closed_time: dt.datetime | str | None | Unset = date_time("closed_time", default=UNSET)
    completed_time: dt.datetime | str | None | Unset = date_time("completed_time", default=UNSET)
    confirmed_time: dt.datetime | str | None | Unset = date_time("confirmed_time", default=UNSET)
    courier_additional_info: str | None | Unset = UNSET
    courier_service: CourierServiceOfOrderList | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    customer: CustomerOfOrderList | None | Unset = UNSET
    destination_address: DestinationAddressOfOrderList | None | Unset = UNSET
    discount_code_applied_to: str | None | Unset = UNSET
    discount_code_code: str | None | Unset = UNSET
    discount_code_discount: str | float | None | Unset = UNSET
    draft_time: dt.datetime | str | None | Unset = date_time("draft_time", default=UNSET)
    dropshipper_name: str | None | Unset = UNSET
    dropshipper_phone: str | None | Unset = UNSET
    epayment_provider: str | None | Unset = UNSET
    external_id: str | None | Unset = UNSET
    fb_pixel_ids: list[str] | None | Unset = UNSET
    final_variants: dict[str, int | str] | None | Unset = UNSET
    financial_entity: FinancialEntityOfOrderList | None | Unset = UNSET
    follow_up_chat_type: FollowUpChatTypeOfOrderList | str | None | Unset = UNSET
    follow_up_chats: list[FollowUpChatsOfOrderList] | None | Unset = UNSET
    gross_revenue: str | float | None | Unset = UNSET
    handler: HandlerOfOrderList | None | Unset = UNSET
    handler_phone: str | None | Unset = UNSET
    id: str | None | Unset = UNSET
    is_dropshipping: bool | None | Unset = UNSET
    is_probably_spam: bool | None | Unset = UNSET
    is_purchase_fb: bool | None | Unset = UNSET
    is_purchase_kwai: bool | None | Unset = UNSET
    is_purchase_tiktok: bool | None | Unset = UNSET
    is_repeat: bool | None | Unset = UNSET
    kwai_pixel_ids: list[str] | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    mark_as_spam_by: str | None | Unset = UNSET
    message_history: list[MessageHistoryOfOrderList] | None | Unset = UNSET
    metadata: dict[str, Any] | None | Unset = UNSET
    net_payment_revenue: str | float | None | Unset = UNSET
    net_revenue: float | str | None | Unset = UNSET
    notes: str | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    origin_address: OriginAddressOfOrderList | None | Unset = UNSET
    other_income: float | str | None | Unset = UNSET
    other_income_name: str | None | Unset = UNSET
    payment_account_holder: str | None | Unset = UNSET
    payment_account_id: int | str | None | Unset = UNSET
    payment_account_number: str | None | Unset = UNSET
    payment_fee: float | str | None | Unset = UNSET
    payment_link_income: float | str | None | Unset = UNSET
    payment_method: PaymentMethodOfOrderList | str | None | Unset = UNSET
    payment_status: PaymentStatusOfOrderList | str | None | Unset = UNSET
    payment_url: str | None | Unset = UNSET
    pending_time: dt.datetime | str | None | Unset = date_time("pending_time", default=UNSET)
    pg_payment_info: dict[str, Any] | None | Unset = UNSET
    pg_reference_id: str | None | Unset = UNSET
    platform: str | None | Unset = UNSET
    product_discount: float | str | None | Unset = UNSET
    product_price: float | str | None | Unset = UNSET
    public_order_url: str | None | Unset = UNSET
    rts_time: dt.datetime | str | None | Unset = date_time("rts_time", default=UNSET)
    scalev_fee: float | str | None | Unset = UNSET
    secret_slug: str | None | Unset = UNSET
    shipment_provider_code: ShipmentProviderCodeOfOrderList | str | None | Unset = UNSET
    shipment_receipt: str | None | Unset = UNSET
    shipment_status: str | None | Unset = UNSET
    shipped_time: dt.datetime | str | None | Unset = date_time("shipped_time", default=UNSET)
    shipping_cost: float | str | None | Unset = UNSET
    shipping_discount: float | str | None | Unset = UNSET
    status: StatusOfOrderList | str | None | Unset = UNSET
    store: StoreOfOrderList | None | Unset = UNSET
    tags: list[TagsOfOrderList] | None | Unset = UNSET
    tiktok_pixel_ids: list[str] | None | Unset = UNSET
    total_weight: float | str | None | Unset = UNSET
    transfer_time: dt.datetime | str | None | Unset = date_time("transfer_time", default=UNSET)
    transferproof_url: str | None | Unset = UNSET
    unique_code_discount: float | str | None | Unset = UNSET
    utm_source: str | None | Unset = UNSET
    warehouse: WarehouseOfOrderList | None | Unset = UNSET

    _nested = {
        "advertiser": "AdvertiserOfOrderList",
        "courier_service": "CourierServiceOfOrderList",
        "customer": "CustomerOfOrderList",
        "destination_address": "DestinationAddressOfOrderList",
        "financial_entity": "FinancialEntityOfOrderList",
        "follow_up_chats": ["FollowUpChatsOfOrderList"],
        "handler": "HandlerOfOrderList",
        "message_history": ["MessageHistoryOfOrderList"],
        "origin_address": "OriginAddressOfOrderList",
        "store": "StoreOfOrderList",
        "tags": ["TagsOfOrderList"],
        "warehouse": "WarehouseOfOrderList",
    }
