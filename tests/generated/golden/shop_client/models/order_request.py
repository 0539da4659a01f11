from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_only, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .bundle_of_order_item import BundleOfOrderItem
    from .cash import Cash
    from .colour_of_order_request import ColourOfOrderRequest
    from .size_of_order_request import SizeOfOrderRequest
    from .transfer import Transfer
    from .variant_of_order_item import VariantOfOrderItem


class OrderRequest(Model):
    """`OrderRequest` of the contract, only ever sent."""

    name: str
    items: list[VariantOfOrderItem | BundleOfOrderItem]
    when: dt.datetime = date_time("when")
    by: str | Unset = UNSET
    payment: Cash | Transfer | Unset = UNSET
    day: dt.date | Unset = date_only("day", default=UNSET)
    visitor: str | Unset = UNSET
    tip: float | Unset = UNSET
    colour: ColourOfOrderRequest | None | Unset = UNSET
    size: SizeOfOrderRequest | Unset = UNSET
    agreed: bool | Unset = UNSET
    place: int | str | Unset = UNSET
    extra: dict[str, Any] | Unset = UNSET
    labels: dict[str, str] | Unset = UNSET

    _required = ("name", "items", "when")
    _nested = {
        "items": [("tag", "type", {"variant": "VariantOfOrderItem", "bundle": "BundleOfOrderItem"})],
        "payment": ("tag", "method", {"cash": "Cash", "wire": "Transfer"}),
    }
    _rules = {
        "type": ["object"],
        "properties": {
            "name": {"type": ["string"], "minLength": 1, "maxLength": 5, "pattern": "^[A-Za-z]+\\Z"},
            "items": {
                "type": ["array"],
                "minItems": 1,
                "maxItems": 3,
                "uniqueItems": True,
                "items": {
                    "tag": [
                        "type",
                        {"variant": {"$ref": "VariantOfOrderItem"}, "bundle": {"$ref": "BundleOfOrderItem"}},
                    ]
                },
            },
            "payment": {"tag": ["method", {"cash": {"$ref": "Cash"}, "wire": {"$ref": "Transfer"}}]},
            "when": {"type": ["string"], "format": "date-time"},
            "day": {"type": ["string"], "format": "date"},
            "visitor": {"type": ["string"], "format": "uuid"},
            "tip": {"type": ["number"], "maximum": 10, "exclusiveMinimum": 0, "multipleOf": 0.5},
            "colour": {"oneOf": [{"type": ["string"], "enum": ["green", "red"]}], "nullable": True},
            "size": {"type": ["integer"], "enum": [1, 2]},
            "agreed": {"type": ["boolean"]},
            "place": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "extra": {"type": ["object"]},
            "labels": {"type": ["object"], "additionalProperties": {"type": ["string"], "maxLength": 3}},
            "by": {"type": ["string"], "readOnly": True},
        },
        "required": ["items", "name", "when"],
        "additionalProperties": False,
    }
