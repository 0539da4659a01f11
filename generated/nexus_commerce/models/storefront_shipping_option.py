from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontShippingOption(Model):
    """`StorefrontShippingOption` of the contract, as it is received."""

    cost: str | float | None | Unset = UNSET
    courier_aggregator_code: str | None | Unset = UNSET
    courier_code: str | None | Unset = UNSET
    courier_service_id: int | str | None | Unset = UNSET
    etd: str | None | Unset = UNSET
    is_cod: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET
    service_code: str | None | Unset = UNSET
    warehouse_unique_id: str | None | Unset = UNSET
    logo_url: str | None | Unset = UNSET

    _printed = "{name}: {cost}"
    _rules = {
        "type": ["object"],
        "properties": {
            "cost": {"oneOf": [{"type": ["string"]}, {"type": ["number"]}], "nullable": True},
            "courier_aggregator_code": {"type": ["string", "null"]},
            "courier_code": {"type": ["string"]},
            "courier_service_id": {"type": ["integer"]},
            "etd": {"type": ["string", "null"]},
            "is_cod": {"type": ["boolean"]},
            "logo_url": {"type": ["string", "null"]},
            "name": {"type": ["string"]},
            "service_code": {"type": ["string"]},
            "warehouse_unique_id": {"type": ["string"]},
        },
        "required": [
            "cost",
            "courier_aggregator_code",
            "courier_code",
            "courier_service_id",
            "etd",
            "is_cod",
            "name",
            "service_code",
            "warehouse_unique_id",
        ],
        "additionalProperties": False,
    }
