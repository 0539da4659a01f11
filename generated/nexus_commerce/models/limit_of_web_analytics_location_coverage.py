from typing import Literal, TypeAlias, get_args

LimitOfWebAnalyticsLocationCoverage: TypeAlias = Literal[100]

#: The values that the contract knows.
LIMIT_OF_WEB_ANALYTICS_LOCATION_COVERAGE_VALUES: tuple[LimitOfWebAnalyticsLocationCoverage, ...] = get_args(
    LimitOfWebAnalyticsLocationCoverage
)
