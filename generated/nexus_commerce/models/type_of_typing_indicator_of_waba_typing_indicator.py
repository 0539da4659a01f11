from typing import Literal, TypeAlias, get_args

TypeOfTypingIndicatorOfWabaTypingIndicator: TypeAlias = Literal["text"]

#: The values that the contract knows.
TYPE_OF_TYPING_INDICATOR_OF_WABA_TYPING_INDICATOR_VALUES: tuple[TypeOfTypingIndicatorOfWabaTypingIndicator, ...] = (
    get_args(TypeOfTypingIndicatorOfWabaTypingIndicator)
)
