from typing import Literal, TypeAlias, get_args

AppliedFiltersOfWebAnalyticsRevenueScope: TypeAlias = Literal[
    "ad_click", "entity", "from", "limit", "page_host", "page_path", "store_id", "timezone", "to", "utm_type"
]

#: The values that the contract knows.
APPLIED_FILTERS_OF_WEB_ANALYTICS_REVENUE_SCOPE_VALUES: tuple[AppliedFiltersOfWebAnalyticsRevenueScope, ...] = get_args(
    AppliedFiltersOfWebAnalyticsRevenueScope
)
