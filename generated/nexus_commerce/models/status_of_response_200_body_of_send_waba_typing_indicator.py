from typing import Literal, TypeAlias, get_args

StatusOfResponse200BodyOfSendWabaTypingIndicator: TypeAlias = Literal["read"]

#: The values that the contract knows.
STATUS_OF_RESPONSE_200_BODY_OF_SEND_WABA_TYPING_INDICATOR_VALUES: tuple[
    StatusOfResponse200BodyOfSendWabaTypingIndicator, ...
] = get_args(StatusOfResponse200BodyOfSendWabaTypingIndicator)
