from typing import Literal, TypeAlias, get_args

SortDirectionParameterOfListCheckoutIntents: TypeAlias = Literal["asc", "desc"]

#: The values that the contract knows.
SORT_DIRECTION_PARAMETER_OF_LIST_CHECKOUT_INTENTS_VALUES: tuple[SortDirectionParameterOfListCheckoutIntents, ...] = (
    get_args(SortDirectionParameterOfListCheckoutIntents)
)
