from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .payment_method_of_order_change_status_body import PaymentMethodOfOrderChangeStatusBody
    from .payment_status_of_order_change_status_body import PaymentStatusOfOrderChangeStatusBody
    from .status_of_order_change_status_body import StatusOfOrderChangeStatusBody


class OrderChangeStatusBody(Model):
    """`OrderChangeStatusBody` of the contract, only ever sent."""

    by: str | None | Unset = UNSET
    financial_entity_id: int | None | Unset = UNSET
    ids: list[str | int] | Unset = UNSET
    payment_account_holder: str | None | Unset = UNSET
    payment_account_number: str | None | Unset = UNSET
    payment_method: PaymentMethodOfOrderChangeStatusBody | Unset = UNSET
    payment_status: PaymentStatusOfOrderChangeStatusBody | Unset = UNSET
    rtsproof_url: str | None | Unset = UNSET
    status: StatusOfOrderChangeStatusBody | Unset = UNSET
    transfer_time: dt.datetime | None | Unset = date_time("transfer_time", default=UNSET)
    transferproof_url: str | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "by": {"type": ["string", "null"]},
            "financial_entity_id": {"type": ["integer", "null"]},
            "ids": {"type": ["array"], "items": {"oneOf": [{"type": ["string"]}, {"type": ["integer"]}]}},
            "payment_account_holder": {"type": ["string", "null"]},
            "payment_account_number": {"type": ["string", "null"]},
            "payment_method": {
                "type": ["string"],
                "enum": [
                    "alfamart",
                    "bank_transfer",
                    "card",
                    "cod",
                    "dana",
                    "gopay",
                    "invoice",
                    "linkaja",
                    "marketplace",
                    "no_payment",
                    "ovo",
                    "payment_link",
                    "qris",
                    "shopeepay",
                    "va_artajasa",
                    "va_artha_graha",
                    "va_bca",
                    "va_bjb",
                    "va_bnc",
                    "va_bni",
                    "va_bri",
                    "va_bsi",
                    "va_btn",
                    "va_cimb",
                    "va_danamon",
                    "va_mandiri",
                    "va_maybank",
                    "va_muamalat",
                    "va_ocbc",
                    "va_permata",
                    "va_sahabat_sampoerna",
                ],
            },
            "payment_status": {"type": ["string"], "enum": ["conflict", "paid", "settled", "unpaid"]},
            "rtsproof_url": {"type": ["string", "null"]},
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
            "transfer_time": {"type": ["string", "null"], "format": "date-time"},
            "transferproof_url": {"type": ["string", "null"]},
        },
        "requiredAny": [["ids", "payment_status"], ["ids", "status"]],
    }
