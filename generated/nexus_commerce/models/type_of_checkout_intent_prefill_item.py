from typing import Literal, TypeAlias, get_args

TypeOfCheckoutIntentPrefillItem: TypeAlias = Literal["bundle_price_option", "variant"]

#: The values that the contract knows.
TYPE_OF_CHECKOUT_INTENT_PREFILL_ITEM_VALUES: tuple[TypeOfCheckoutIntentPrefillItem, ...] = get_args(
    TypeOfCheckoutIntentPrefillItem
)
