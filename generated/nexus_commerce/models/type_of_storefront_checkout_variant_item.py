from typing import Literal, TypeAlias, get_args

TypeOfStorefrontCheckoutVariantItem: TypeAlias = Literal["variant"]

#: The values that the contract knows.
TYPE_OF_STOREFRONT_CHECKOUT_VARIANT_ITEM_VALUES: tuple[TypeOfStorefrontCheckoutVariantItem, ...] = get_args(
    TypeOfStorefrontCheckoutVariantItem
)
