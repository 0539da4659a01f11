from typing import Literal, TypeAlias, get_args

TypeOfGuestCartBundlePriceOptionItem: TypeAlias = Literal["bundle_price_option"]

#: The values that the contract knows.
TYPE_OF_GUEST_CART_BUNDLE_PRICE_OPTION_ITEM_VALUES: tuple[TypeOfGuestCartBundlePriceOptionItem, ...] = get_args(
    TypeOfGuestCartBundlePriceOptionItem
)
