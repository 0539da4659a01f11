from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .basis_of_web_analytics_order_funnel import BasisOfWebAnalyticsOrderFunnel
    from .denominator_basis_of_web_analytics_order_funnel import DenominatorBasisOfWebAnalyticsOrderFunnel


class WebAnalyticsOrderFunnel(Model):
    """`WebAnalyticsOrderFunnel` of the contract, as it is received."""

    basis: BasisOfWebAnalyticsOrderFunnel | str | None | Unset = UNSET
    denominator_basis: DenominatorBasisOfWebAnalyticsOrderFunnel | str | None | Unset = UNSET
    excluded_views: int | str | None | Unset = UNSET
    linked_order_counts_only: bool | None | Unset = UNSET
    orders_created: int | str | None | Unset = UNSET
    orders_paid: int | str | None | Unset = UNSET
    unknown_eligibility_views: int | str | None | Unset = UNSET
    views: int | str | None | Unset = UNSET
    views_with_order: int | str | None | Unset = UNSET
    views_with_paid_order: int | str | None | Unset = UNSET
    visitors: int | str | None | Unset = UNSET
