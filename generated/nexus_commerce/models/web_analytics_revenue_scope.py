from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .applied_filters_of_web_analytics_revenue_scope import AppliedFiltersOfWebAnalyticsRevenueScope
    from .basis_of_web_analytics_revenue_scope import BasisOfWebAnalyticsRevenueScope
    from .revenue_basis_of_web_analytics_revenue_scope import RevenueBasisOfWebAnalyticsRevenueScope
    from .status_of_web_analytics_revenue_scope import StatusOfWebAnalyticsRevenueScope


class WebAnalyticsRevenueScope(Model):
    """`WebAnalyticsRevenueScope` of the contract, as it is received."""

    applied_filters: list[AppliedFiltersOfWebAnalyticsRevenueScope | str] | None | Unset = UNSET
    basis: BasisOfWebAnalyticsRevenueScope | str | None | Unset = UNSET
    linked_order_counts_only: bool | None | Unset = UNSET
    revenue_basis: RevenueBasisOfWebAnalyticsRevenueScope | str | None | Unset = UNSET
    status: StatusOfWebAnalyticsRevenueScope | str | None | Unset = UNSET
    unsupported_filters: list[str] | None | Unset = UNSET
