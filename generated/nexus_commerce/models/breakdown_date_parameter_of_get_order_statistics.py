from typing import Literal, TypeAlias, get_args

BreakdownDateParameterOfGetOrderStatistics: TypeAlias = Literal["day", "month", "off", "week"]

#: The values that the contract knows.
BREAKDOWN_DATE_PARAMETER_OF_GET_ORDER_STATISTICS_VALUES: tuple[BreakdownDateParameterOfGetOrderStatistics, ...] = (
    get_args(BreakdownDateParameterOfGetOrderStatistics)
)
