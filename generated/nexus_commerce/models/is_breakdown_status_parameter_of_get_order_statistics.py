from typing import Literal, TypeAlias, get_args

IsBreakdownStatusParameterOfGetOrderStatistics: TypeAlias = Literal["false", "true"]

#: The values that the contract knows.
IS_BREAKDOWN_STATUS_PARAMETER_OF_GET_ORDER_STATISTICS_VALUES: tuple[
    IsBreakdownStatusParameterOfGetOrderStatistics, ...
] = get_args(IsBreakdownStatusParameterOfGetOrderStatistics)
