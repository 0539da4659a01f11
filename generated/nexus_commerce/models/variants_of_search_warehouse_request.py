from __future__ import annotations

from .._model import Model


class VariantsOfSearchWarehouseRequest(Model):
    """`VariantsOfSearchWarehouseRequest` of the contract, only ever sent."""

    qty: int
    variant_id: int

    _required = ("qty", "variant_id")
    _rules = {
        "type": ["object"],
        "properties": {"qty": {"type": ["integer"]}, "variant_id": {"type": ["integer"]}},
        "required": ["qty", "variant_id"],
    }
