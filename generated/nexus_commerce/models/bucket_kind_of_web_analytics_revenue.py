from typing import Literal, TypeAlias, get_args

BucketKindOfWebAnalyticsRevenue: TypeAlias = Literal["direct", "label", "unknown"]

#: The values that the contract knows.
BUCKET_KIND_OF_WEB_ANALYTICS_REVENUE_VALUES: tuple[BucketKindOfWebAnalyticsRevenue, ...] = get_args(
    BucketKindOfWebAnalyticsRevenue
)
