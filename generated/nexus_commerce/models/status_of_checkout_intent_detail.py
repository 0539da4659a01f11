from typing import Literal, TypeAlias, get_args

StatusOfCheckoutIntentDetail: TypeAlias = Literal["abandoned", "active", "completed"]

#: The values that the contract knows.
STATUS_OF_CHECKOUT_INTENT_DETAIL_VALUES: tuple[StatusOfCheckoutIntentDetail, ...] = get_args(
    StatusOfCheckoutIntentDetail
)
