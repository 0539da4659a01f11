from typing import Literal, TypeAlias, get_args

ParameterOfWebAnalyticsAdClick: TypeAlias = Literal["google", "meta", "organic", "paid", "tiktok"]

#: The values that the contract knows.
PARAMETER_OF_WEB_ANALYTICS_AD_CLICK_VALUES: tuple[ParameterOfWebAnalyticsAdClick, ...] = get_args(
    ParameterOfWebAnalyticsAdClick
)
