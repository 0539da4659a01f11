from typing import Literal, TypeAlias, get_args

UnavailableReasonOfCheckoutIntentPrefillItem: TypeAlias = Literal["deleted", "disabled", "out_of_stock"]

#: The values that the contract knows.
UNAVAILABLE_REASON_OF_CHECKOUT_INTENT_PREFILL_ITEM_VALUES: tuple[UnavailableReasonOfCheckoutIntentPrefillItem, ...] = (
    get_args(UnavailableReasonOfCheckoutIntentPrefillItem)
)
