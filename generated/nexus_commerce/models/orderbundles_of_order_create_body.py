from __future__ import annotations

from .._model import Model


class OrderbundlesOfOrderCreateBody(Model):
    """`OrderbundlesOfOrderCreateBody` of the contract, only ever sent."""

    bundle_price_option_unique_id: str
    quantity: int

    _required = ("bundle_price_option_unique_id", "quantity")
    _rules = {
        "type": ["object"],
        "properties": {"bundle_price_option_unique_id": {"type": ["string"]}, "quantity": {"type": ["integer"]}},
        "required": ["bundle_price_option_unique_id", "quantity"],
    }
