from typing import Literal, TypeAlias, get_args

StatusOfCheckoutIntentSummary: TypeAlias = Literal["abandoned", "active", "completed"]

#: The values that the contract knows.
STATUS_OF_CHECKOUT_INTENT_SUMMARY_VALUES: tuple[StatusOfCheckoutIntentSummary, ...] = get_args(
    StatusOfCheckoutIntentSummary
)
