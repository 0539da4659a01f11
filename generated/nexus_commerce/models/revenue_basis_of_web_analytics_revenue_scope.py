from typing import Literal, TypeAlias, get_args

RevenueBasisOfWebAnalyticsRevenueScope: TypeAlias = Literal["payment_snapshot_with_order_fallback"]

#: The values that the contract knows.
REVENUE_BASIS_OF_WEB_ANALYTICS_REVENUE_SCOPE_VALUES: tuple[RevenueBasisOfWebAnalyticsRevenueScope, ...] = get_args(
    RevenueBasisOfWebAnalyticsRevenueScope
)
