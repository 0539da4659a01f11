from typing import Literal, TypeAlias, get_args

TypeOfCartVariantItemRequest: TypeAlias = Literal["variant"]

#: The values that the contract knows.
TYPE_OF_CART_VARIANT_ITEM_REQUEST_VALUES: tuple[TypeOfCartVariantItemRequest, ...] = get_args(
    TypeOfCartVariantItemRequest
)
