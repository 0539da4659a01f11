from typing import Literal, TypeAlias, get_args

StatusOfCheckoutIntentCapture: TypeAlias = Literal["abandoned", "active", "completed"]

#: The values that the contract knows.
STATUS_OF_CHECKOUT_INTENT_CAPTURE_VALUES: tuple[StatusOfCheckoutIntentCapture, ...] = get_args(
    StatusOfCheckoutIntentCapture
)
