from typing import Literal, TypeAlias, get_args

ClientAnalyticsConfigOfLandingPagePublic: TypeAlias = Literal["body_close_delay", "head", "web_worker"]

#: The values that the contract knows.
CLIENT_ANALYTICS_CONFIG_OF_LANDING_PAGE_PUBLIC_VALUES: tuple[ClientAnalyticsConfigOfLandingPagePublic, ...] = get_args(
    ClientAnalyticsConfigOfLandingPagePublic
)
