from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    from .position_of_reorder_product_option_values_request import PositionOfReorderProductOptionValuesRequest


class ReorderProductOptionValuesRequest(Model):
    """`ReorderProductOptionValuesRequest` of the contract, only ever sent."""

    position: PositionOfReorderProductOptionValuesRequest
    values: list[str]

    _required = ("position", "values")
    _rules = {
        "type": ["object"],
        "properties": {
            "position": {"type": ["integer"], "enum": [1, 2, 3]},
            "values": {"type": ["array"], "minItems": 1, "uniqueItems": True, "items": {"type": ["string"]}},
        },
        "required": ["position", "values"],
    }
