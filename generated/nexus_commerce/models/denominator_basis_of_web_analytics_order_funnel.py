from typing import Literal, TypeAlias, get_args

DenominatorBasisOfWebAnalyticsOrderFunnel: TypeAlias = Literal["order_capable_pageviews"]

#: The values that the contract knows.
DENOMINATOR_BASIS_OF_WEB_ANALYTICS_ORDER_FUNNEL_VALUES: tuple[DenominatorBasisOfWebAnalyticsOrderFunnel, ...] = (
    get_args(DenominatorBasisOfWebAnalyticsOrderFunnel)
)
