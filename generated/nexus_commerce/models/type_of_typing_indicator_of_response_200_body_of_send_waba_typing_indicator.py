from typing import Literal, TypeAlias, get_args

TypeOfTypingIndicatorOfResponse200BodyOfSendWabaTypingIndicator: TypeAlias = Literal["text"]

#: The values that the contract knows.
TYPE_OF_TYPING_INDICATOR_OF_RESPONSE_200_BODY_OF_SEND_WABA_TYPING_INDICATOR_VALUES: tuple[
    TypeOfTypingIndicatorOfResponse200BodyOfSendWabaTypingIndicator, ...
] = get_args(TypeOfTypingIndicatorOfResponse200BodyOfSendWabaTypingIndicator)
