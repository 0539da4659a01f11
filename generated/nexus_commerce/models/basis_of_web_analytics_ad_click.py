from typing import Literal, TypeAlias, get_args

BasisOfWebAnalyticsAdClick: TypeAlias = Literal["ad_click_id"]

#: The values that the contract knows.
BASIS_OF_WEB_ANALYTICS_AD_CLICK_VALUES: tuple[BasisOfWebAnalyticsAdClick, ...] = get_args(BasisOfWebAnalyticsAdClick)
