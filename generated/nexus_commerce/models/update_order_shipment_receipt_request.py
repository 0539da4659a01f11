from __future__ import annotations

from .._model import Model


class UpdateOrderShipmentReceiptRequest(Model):
    """`UpdateOrderShipmentReceiptRequest` of the contract, only ever sent."""

    shipment_receipt: str

    _required = ("shipment_receipt",)
    _rules = {
        "type": ["object"],
        "properties": {"shipment_receipt": {"type": ["string"]}},
        "required": ["shipment_receipt"],
    }
