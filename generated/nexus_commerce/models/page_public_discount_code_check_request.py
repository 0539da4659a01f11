from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class PagePublicDiscountCodeCheckRequest(Model):
    """`PagePublicDiscountCodeCheckRequest` of the contract, only ever sent."""

    code: str
    domain: str | None | Unset = UNSET
    gross_revenue: str | float | None | Unset = UNSET
    net_product_price: str | float | None | Unset = UNSET
    payment_method: str | Unset = UNSET
    shipping_cost: str | float | None | Unset = UNSET

    _required = ("code",)
    _rules = {
        "type": ["object"],
        "properties": {
            "code": {"type": ["string"]},
            "domain": {"type": ["string", "null"]},
            "gross_revenue": {"oneOf": [{"type": ["string"]}, {"type": ["number"]}], "nullable": True},
            "net_product_price": {"oneOf": [{"type": ["string"]}, {"type": ["number"]}], "nullable": True},
            "payment_method": {"type": ["string"]},
            "shipping_cost": {"oneOf": [{"type": ["string"]}, {"type": ["number"]}], "nullable": True},
        },
        "required": ["code"],
    }
