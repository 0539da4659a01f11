"""The operations with the tag orders."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        add_order_message_history,
        cancel_order_awb,
        change_order_status,
        check_order_payment,
        check_order_settlement,
        create_order,
        create_order_payment,
        create_order_shipment_status_history,
        delete_orders,
        duplicate_order,
        generate_order_awb,
        get_order,
        get_order_actions,
        get_order_by_pg_reference_id,
        get_order_chat,
        get_order_message_history,
        get_order_statistics,
        list_order_chats,
        list_order_emails,
        list_order_tags,
        list_order_utm_campaigns,
        list_order_utm_contents,
        list_order_utm_mediums,
        list_order_utm_sources,
        list_order_utm_terms,
        list_orders,
        list_orders_by_pg_reference_ids,
        mark_orders_not_spam,
        send_digital_product,
        send_lms_access,
        trigger_order_purchase,
        update_order,
        update_order_customer,
        update_order_shipment,
        update_order_shipment_receipt,
        update_order_tags,
        upload_order_receipt,
        upload_order_status_changes,
        upload_orders,
    )
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        return import_module(f".{name}", __name__)


__all__ = (
    "add_order_message_history",
    "cancel_order_awb",
    "change_order_status",
    "check_order_payment",
    "check_order_settlement",
    "create_order",
    "create_order_payment",
    "create_order_shipment_status_history",
    "delete_orders",
    "duplicate_order",
    "generate_order_awb",
    "get_order",
    "get_order_actions",
    "get_order_by_pg_reference_id",
    "get_order_chat",
    "get_order_message_history",
    "get_order_statistics",
    "list_order_chats",
    "list_order_emails",
    "list_order_tags",
    "list_order_utm_campaigns",
    "list_order_utm_contents",
    "list_order_utm_mediums",
    "list_order_utm_sources",
    "list_order_utm_terms",
    "list_orders",
    "list_orders_by_pg_reference_ids",
    "mark_orders_not_spam",
    "send_digital_product",
    "send_lms_access",
    "trigger_order_purchase",
    "update_order",
    "update_order_customer",
    "update_order_shipment",
    "update_order_shipment_receipt",
    "update_order_tags",
    "upload_order_receipt",
    "upload_order_status_changes",
    "upload_orders",
)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
