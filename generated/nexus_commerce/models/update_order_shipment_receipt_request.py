"""`UpdateOrderShipmentReceiptRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    pass


class UpdateOrderShipmentReceiptRequest(Model):
    """`UpdateOrderShipmentReceiptRequest` of the contract, only ever sent."""

    shipment_receipt: str

    _required = ("shipment_receipt",)
    _rules = {
        "type": ["object"],
        "properties": {"shipment_receipt": {"type": ["string"]}},
        "required": ["shipment_receipt"],
    }
