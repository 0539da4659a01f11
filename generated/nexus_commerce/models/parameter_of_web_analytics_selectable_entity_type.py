from typing import Literal, TypeAlias, get_args

ParameterOfWebAnalyticsSelectableEntityType: TypeAlias = Literal["bundle_price_option", "landing_page", "product"]

#: The values that the contract knows.
PARAMETER_OF_WEB_ANALYTICS_SELECTABLE_ENTITY_TYPE_VALUES: tuple[ParameterOfWebAnalyticsSelectableEntityType, ...] = (
    get_args(ParameterOfWebAnalyticsSelectableEntityType)
)
