from typing import Literal, TypeAlias, get_args

TypeOfGuestCartVariantItem: TypeAlias = Literal["variant"]

#: The values that the contract knows.
TYPE_OF_GUEST_CART_VARIANT_ITEM_VALUES: tuple[TypeOfGuestCartVariantItem, ...] = get_args(TypeOfGuestCartVariantItem)
