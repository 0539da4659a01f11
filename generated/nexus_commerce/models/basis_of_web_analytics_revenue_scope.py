from typing import Literal, TypeAlias, get_args

BasisOfWebAnalyticsRevenueScope: TypeAlias = Literal["page_view_cohort"]

#: The values that the contract knows.
BASIS_OF_WEB_ANALYTICS_REVENUE_SCOPE_VALUES: tuple[BasisOfWebAnalyticsRevenueScope, ...] = get_args(
    BasisOfWebAnalyticsRevenueScope
)
