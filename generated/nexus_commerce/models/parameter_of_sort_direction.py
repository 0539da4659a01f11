from typing import Literal, TypeAlias, get_args

ParameterOfSortDirection: TypeAlias = Literal["asc", "desc"]

#: The values that the contract knows.
PARAMETER_OF_SORT_DIRECTION_VALUES: tuple[ParameterOfSortDirection, ...] = get_args(ParameterOfSortDirection)
