from typing import Literal, TypeAlias, get_args

ClientAnalyticsConfigOfLandingPageUpdateRequest: TypeAlias = Literal["body_close_delay", "head", "web_worker"]

#: The values that the contract knows.
CLIENT_ANALYTICS_CONFIG_OF_LANDING_PAGE_UPDATE_REQUEST_VALUES: tuple[
    ClientAnalyticsConfigOfLandingPageUpdateRequest, ...
] = get_args(ClientAnalyticsConfigOfLandingPageUpdateRequest)
