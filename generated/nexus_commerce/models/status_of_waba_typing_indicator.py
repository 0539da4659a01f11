from typing import Literal, TypeAlias, get_args

StatusOfWabaTypingIndicator: TypeAlias = Literal["read"]

#: The values that the contract knows.
STATUS_OF_WABA_TYPING_INDICATOR_VALUES: tuple[StatusOfWabaTypingIndicator, ...] = get_args(StatusOfWabaTypingIndicator)
