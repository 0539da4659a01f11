from typing import Literal, TypeAlias, get_args

TypeOfBundlePriceOptionOfCheckoutIntentItem: TypeAlias = Literal["bundle_price_option"]

#: The values that the contract knows.
TYPE_OF_BUNDLE_PRICE_OPTION_OF_CHECKOUT_INTENT_ITEM_VALUES: tuple[TypeOfBundlePriceOptionOfCheckoutIntentItem, ...] = (
    get_args(TypeOfBundlePriceOptionOfCheckoutIntentItem)
)
