from typing import Literal, TypeAlias, get_args

TypeOfCartBundlePriceOptionItemRequest: TypeAlias = Literal["bundle_price_option"]

#: The values that the contract knows.
TYPE_OF_CART_BUNDLE_PRICE_OPTION_ITEM_REQUEST_VALUES: tuple[TypeOfCartBundlePriceOptionItemRequest, ...] = get_args(
    TypeOfCartBundlePriceOptionItemRequest
)
