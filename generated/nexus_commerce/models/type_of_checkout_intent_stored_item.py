from typing import Literal, TypeAlias, get_args

TypeOfCheckoutIntentStoredItem: TypeAlias = Literal["bundle_price_option", "variant"]

#: The values that the contract knows.
TYPE_OF_CHECKOUT_INTENT_STORED_ITEM_VALUES: tuple[TypeOfCheckoutIntentStoredItem, ...] = get_args(
    TypeOfCheckoutIntentStoredItem
)
