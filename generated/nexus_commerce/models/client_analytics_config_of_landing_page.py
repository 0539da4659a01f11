from typing import Literal, TypeAlias, get_args

ClientAnalyticsConfigOfLandingPage: TypeAlias = Literal["body_close_delay", "head", "web_worker"]

#: The values that the contract knows.
CLIENT_ANALYTICS_CONFIG_OF_LANDING_PAGE_VALUES: tuple[ClientAnalyticsConfigOfLandingPage, ...] = get_args(
    ClientAnalyticsConfigOfLandingPage
)
