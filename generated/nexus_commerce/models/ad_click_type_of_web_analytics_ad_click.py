from typing import Literal, TypeAlias, get_args

AdClickTypeOfWebAnalyticsAdClick: TypeAlias = Literal["evidence", "network", "status"]

#: The values that the contract knows.
AD_CLICK_TYPE_OF_WEB_ANALYTICS_AD_CLICK_VALUES: tuple[AdClickTypeOfWebAnalyticsAdClick, ...] = get_args(
    AdClickTypeOfWebAnalyticsAdClick
)
