from typing import Literal, TypeAlias, get_args

SortByParameterOfListCheckoutIntents: TypeAlias = Literal["completed_at", "last_activity_at", "started_at"]

#: The values that the contract knows.
SORT_BY_PARAMETER_OF_LIST_CHECKOUT_INTENTS_VALUES: tuple[SortByParameterOfListCheckoutIntents, ...] = get_args(
    SortByParameterOfListCheckoutIntents
)
