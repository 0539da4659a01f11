from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .variants_of_search_warehouse_request import VariantsOfSearchWarehouseRequest


class SearchWarehouseRequest(Model):
    """`SearchWarehouseRequest` of the contract, only ever sent."""

    destination_id: int
    store_id: int
    variants: list[VariantsOfSearchWarehouseRequest]
    order_id: str | int | Unset = UNSET

    _required = ("destination_id", "store_id", "variants")
    _nested = {"variants": ["VariantsOfSearchWarehouseRequest"]}
    _rules = {
        "type": ["object"],
        "properties": {
            "destination_id": {"type": ["integer"]},
            "order_id": {"oneOf": [{"type": ["string"]}, {"type": ["integer"]}]},
            "store_id": {"type": ["integer"]},
            "variants": {"type": ["array"], "items": {"$ref": "VariantsOfSearchWarehouseRequest"}},
        },
        "required": ["destination_id", "store_id", "variants"],
    }
