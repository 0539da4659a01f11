from typing import Literal, TypeAlias, get_args

CustomBreakdownKeyParameterOfGetOrderStatistics: TypeAlias = Literal[
    "advertiser_id", "city", "handler_id", "off", "page_id", "province"
]

#: The values that the contract knows.
CUSTOM_BREAKDOWN_KEY_PARAMETER_OF_GET_ORDER_STATISTICS_VALUES: tuple[
    CustomBreakdownKeyParameterOfGetOrderStatistics, ...
] = get_args(CustomBreakdownKeyParameterOfGetOrderStatistics)
