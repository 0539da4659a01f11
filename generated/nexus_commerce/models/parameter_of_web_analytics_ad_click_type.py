from typing import Literal, TypeAlias, get_args

ParameterOfWebAnalyticsAdClickType: TypeAlias = Literal["evidence", "network", "status"]

#: The values that the contract knows.
PARAMETER_OF_WEB_ANALYTICS_AD_CLICK_TYPE_VALUES: tuple[ParameterOfWebAnalyticsAdClickType, ...] = get_args(
    ParameterOfWebAnalyticsAdClickType
)
