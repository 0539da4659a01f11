"""`UpgradeSubscriptionItemRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    pass


class UpgradeSubscriptionItemRequest(Model):
    """`UpgradeSubscriptionItemRequest` of the contract, only ever sent."""

    variant_id: int

    _required = ("variant_id",)
    _rules = {"type": ["object"], "properties": {"variant_id": {"type": ["integer"]}}, "required": ["variant_id"]}
