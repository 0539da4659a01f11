from typing import Literal, TypeAlias, get_args

StatusOfWebAnalyticsRevenueScope: TypeAlias = Literal["available"]

#: The values that the contract knows.
STATUS_OF_WEB_ANALYTICS_REVENUE_SCOPE_VALUES: tuple[StatusOfWebAnalyticsRevenueScope, ...] = get_args(
    StatusOfWebAnalyticsRevenueScope
)
