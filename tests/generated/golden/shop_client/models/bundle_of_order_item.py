from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed

if TYPE_CHECKING:
    from .type_of_bundle_of_order_item import TypeOfBundleOfOrderItem


class BundleOfOrderItem(Model):
    """`BundleOfOrderItem` of the contract, only ever sent."""

    type_: TypeOfBundleOfOrderItem = renamed("type")
    bundle_id: int

    _required = ("type_", "bundle_id")
    _rules = {
        "type": ["object"],
        "properties": {"type": {"type": ["string"], "enum": ["bundle"]}, "bundle_id": {"type": ["integer"]}},
        "required": ["bundle_id", "type"],
    }
