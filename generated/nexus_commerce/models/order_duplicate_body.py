from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .payment_method_of_order_duplicate_body import PaymentMethodOfOrderDuplicateBody


class OrderDuplicateBody(Model):
    """`OrderDuplicateBody` of the contract, only ever sent."""

    financial_entity_id: int | Unset = UNSET
    metadata: dict[str, Any] | Unset = UNSET
    payment_account_holder: str | Unset = UNSET
    payment_account_number: str | Unset = UNSET
    payment_method: PaymentMethodOfOrderDuplicateBody | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "financial_entity_id": {"type": ["integer"]},
            "metadata": {"type": ["object"]},
            "payment_account_holder": {"type": ["string"]},
            "payment_account_number": {"type": ["string"]},
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
        },
    }
