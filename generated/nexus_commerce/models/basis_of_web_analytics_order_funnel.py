from typing import Literal, TypeAlias, get_args

BasisOfWebAnalyticsOrderFunnel: TypeAlias = Literal["page_view_cohort"]

#: The values that the contract knows.
BASIS_OF_WEB_ANALYTICS_ORDER_FUNNEL_VALUES: tuple[BasisOfWebAnalyticsOrderFunnel, ...] = get_args(
    BasisOfWebAnalyticsOrderFunnel
)
