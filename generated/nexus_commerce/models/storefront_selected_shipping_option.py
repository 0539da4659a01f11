from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontSelectedShippingOption(Model):
    """`StorefrontSelectedShippingOption` of the contract, only ever sent."""

    courier_aggregator_code: str | None | Unset = UNSET
    courier_service_id: int | str | Unset = UNSET
    warehouse_unique_id: str | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "courier_aggregator_code": {"type": ["string", "null"]},
            "courier_service_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "warehouse_unique_id": {"type": ["string"]},
        },
    }
