from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class BundlePriceOptionRequest(Model):
    """`BundlePriceOptionRequest` of the contract, only ever sent."""

    name: str
    price: float
    slug: str | Unset = UNSET

    _required = ("name", "price")
    _rules = {
        "type": ["object"],
        "properties": {"name": {"type": ["string"]}, "price": {"type": ["number"]}, "slug": {"type": ["string"]}},
        "required": ["name", "price"],
    }
