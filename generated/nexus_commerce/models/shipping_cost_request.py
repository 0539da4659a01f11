from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .courier_codes_of_shipping_cost_request import CourierCodesOfShippingCostRequest


class ShippingCostRequest(Model):
    """`ShippingCostRequest` of the contract, only ever sent."""

    courier_codes: list[CourierCodesOfShippingCostRequest]
    location_id: int
    warehouse_id: int
    weight: int
    postal_code: str | Unset = UNSET

    _required = ("courier_codes", "location_id", "warehouse_id", "weight")
    _rules = {
        "type": ["object"],
        "properties": {
            "courier_codes": {
                "type": ["array"],
                "items": {
                    "type": ["string"],
                    "enum": [
                        "anteraja",
                        "dse",
                        "first",
                        "ide",
                        "idl",
                        "jet",
                        "jne",
                        "jnt",
                        "jtl",
                        "lion",
                        "ncs",
                        "ninja",
                        "pahala",
                        "pandu",
                        "pos",
                        "rex",
                        "rpx",
                        "sap",
                        "sentral",
                        "sicepat",
                        "slis",
                        "star",
                        "tiki",
                        "wahana",
                    ],
                },
            },
            "location_id": {"type": ["integer"]},
            "postal_code": {"type": ["string"]},
            "warehouse_id": {"type": ["integer"]},
            "weight": {"type": ["integer"]},
        },
        "required": ["courier_codes", "location_id", "warehouse_id", "weight"],
    }
