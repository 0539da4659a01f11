from __future__ import annotations

from .._model import Model


class DowngradeSubscriptionItemRequest(Model):
    """`DowngradeSubscriptionItemRequest` of the contract, only ever sent."""

    variant_id: int

    _required = ("variant_id",)
    _rules = {"type": ["object"], "properties": {"variant_id": {"type": ["integer"]}}, "required": ["variant_id"]}
