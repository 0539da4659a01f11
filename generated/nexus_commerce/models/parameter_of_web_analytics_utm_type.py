from typing import Literal, TypeAlias, get_args

ParameterOfWebAnalyticsUtmType: TypeAlias = Literal["campaign", "content", "medium", "source", "term"]

#: The values that the contract knows.
PARAMETER_OF_WEB_ANALYTICS_UTM_TYPE_VALUES: tuple[ParameterOfWebAnalyticsUtmType, ...] = get_args(
    ParameterOfWebAnalyticsUtmType
)
