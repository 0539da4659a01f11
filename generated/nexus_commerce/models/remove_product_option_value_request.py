from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    from .position_of_remove_product_option_value_request import PositionOfRemoveProductOptionValueRequest


class RemoveProductOptionValueRequest(Model):
    """`RemoveProductOptionValueRequest` of the contract, only ever sent."""

    position: PositionOfRemoveProductOptionValueRequest
    value: str

    _required = ("position", "value")
    _rules = {
        "type": ["object"],
        "properties": {"position": {"type": ["integer"], "enum": [1, 2, 3]}, "value": {"type": ["string"]}},
        "required": ["position", "value"],
    }
