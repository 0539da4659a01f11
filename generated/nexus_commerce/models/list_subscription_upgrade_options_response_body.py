from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .variant_subscription import VariantSubscription


class ListSubscriptionUpgradeOptionsResponseBody(Model):
    """`ListSubscriptionUpgradeOptionsResponseBody` of the contract, as it is received."""

    data: list[VariantSubscription] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["VariantSubscription"]}
