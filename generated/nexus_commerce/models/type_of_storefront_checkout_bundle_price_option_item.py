from typing import Literal, TypeAlias, get_args

TypeOfStorefrontCheckoutBundlePriceOptionItem: TypeAlias = Literal["bundle_price_option"]

#: The values that the contract knows.
TYPE_OF_STOREFRONT_CHECKOUT_BUNDLE_PRICE_OPTION_ITEM_VALUES: tuple[
    TypeOfStorefrontCheckoutBundlePriceOptionItem, ...
] = get_args(TypeOfStorefrontCheckoutBundlePriceOptionItem)
