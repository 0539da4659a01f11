from typing import Literal, TypeAlias, get_args

SortParameterOfListItems: TypeAlias = Literal["name", "price"]

#: The values that the contract knows.
SORT_PARAMETER_OF_LIST_ITEMS_VALUES: tuple[SortParameterOfListItems, ...] = get_args(SortParameterOfListItems)
