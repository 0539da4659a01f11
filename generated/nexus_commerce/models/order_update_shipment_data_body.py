from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .awb_ca_status_of_order_update_shipment_data_body import AwbCaStatusOfOrderUpdateShipmentDataBody
    from .shipment_provider_code_of_order_update_shipment_data_body import (
        ShipmentProviderCodeOfOrderUpdateShipmentDataBody,
    )


class OrderUpdateShipmentDataBody(Model):
    """`OrderUpdateShipmentDataBody` of the contract, only ever sent."""

    awb_ca_status: AwbCaStatusOfOrderUpdateShipmentDataBody | Unset = UNSET
    courier_additional_info: str | None | Unset = UNSET
    is_shipment_completed: bool | Unset = UNSET
    shipment_provider_code: ShipmentProviderCodeOfOrderUpdateShipmentDataBody | None | Unset = UNSET
    shipment_receipt: str | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "awb_ca_status": {
                "type": ["string"],
                "enum": ["canceled", "created", "failed", "pending", "unavailable", "waiting"],
            },
            "courier_additional_info": {"type": ["string", "null"]},
            "is_shipment_completed": {"type": ["boolean"]},
            "shipment_provider_code": {
                "oneOf": [{"type": ["string"], "enum": ["lincah", "mengantar", "ninja"]}],
                "nullable": True,
            },
            "shipment_receipt": {"type": ["string", "null"]},
        },
    }
