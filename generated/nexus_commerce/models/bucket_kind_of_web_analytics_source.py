from typing import Literal, TypeAlias, get_args

BucketKindOfWebAnalyticsSource: TypeAlias = Literal["direct", "label", "unknown"]

#: The values that the contract knows.
BUCKET_KIND_OF_WEB_ANALYTICS_SOURCE_VALUES: tuple[BucketKindOfWebAnalyticsSource, ...] = get_args(
    BucketKindOfWebAnalyticsSource
)
