from typing import Literal, TypeAlias, get_args

StatusParameterOfListCheckoutIntents: TypeAlias = Literal["abandoned", "active", "completed"]

#: The values that the contract knows.
STATUS_PARAMETER_OF_LIST_CHECKOUT_INTENTS_VALUES: tuple[StatusParameterOfListCheckoutIntents, ...] = get_args(
    StatusParameterOfListCheckoutIntents
)
