from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .shipping_cost_result import ShippingCostResult


class SearchShippingCostsResponseBody(Model):
    """`SearchShippingCostsResponseBody` of the contract, as it is received."""

    data: list[ShippingCostResult] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["ShippingCostResult"]}
