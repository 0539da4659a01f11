from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .payment_method_of_get_courier_service_request import PaymentMethodOfGetCourierServiceRequest


class GetCourierServiceRequest(Model):
    """`GetCourierServiceRequest` of the contract, only ever sent."""

    location_id: int
    payment_method: PaymentMethodOfGetCourierServiceRequest
    store_id: int
    warehouse_id: int
    weight: int
    is_show_all: bool | Unset = UNSET
    postal_code: str | Unset = UNSET

    _required = ("location_id", "payment_method", "store_id", "warehouse_id", "weight")
    _rules = {
        "type": ["object"],
        "properties": {
            "is_show_all": {"type": ["boolean"]},
            "location_id": {"type": ["integer"]},
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
            "postal_code": {"type": ["string"]},
            "store_id": {"type": ["integer"]},
            "warehouse_id": {"type": ["integer"]},
            "weight": {"type": ["integer"]},
        },
        "required": ["location_id", "payment_method", "store_id", "warehouse_id", "weight"],
    }
