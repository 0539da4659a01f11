from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time

if TYPE_CHECKING:
    import datetime as dt

    from .status_of_order_create_shipment_status_history_body import StatusOfOrderCreateShipmentStatusHistoryBody


class OrderCreateShipmentStatusHistoryBody(Model):
    """`OrderCreateShipmentStatusHistoryBody` of the contract, only ever sent."""

    description: str
    status: StatusOfOrderCreateShipmentStatusHistoryBody
    timestamp: dt.datetime = date_time("timestamp")

    _required = ("description", "status", "timestamp")
    _rules = {
        "type": ["object"],
        "properties": {
            "description": {"type": ["string"]},
            "status": {
                "type": ["string"],
                "enum": [
                    "canceled",
                    "closed",
                    "completed",
                    "confirmed",
                    "draft",
                    "in_process",
                    "pending",
                    "ready",
                    "rts",
                    "shipped",
                ],
            },
            "timestamp": {"type": ["string"], "format": "date-time"},
        },
        "required": ["description", "status", "timestamp"],
    }
