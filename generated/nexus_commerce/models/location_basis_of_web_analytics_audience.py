from typing import Literal, TypeAlias, get_args

LocationBasisOfWebAnalyticsAudience: TypeAlias = Literal["ip_estimate"]

#: The values that the contract knows.
LOCATION_BASIS_OF_WEB_ANALYTICS_AUDIENCE_VALUES: tuple[LocationBasisOfWebAnalyticsAudience, ...] = get_args(
    LocationBasisOfWebAnalyticsAudience
)
