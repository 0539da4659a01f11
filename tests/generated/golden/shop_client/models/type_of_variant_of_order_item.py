from typing import Literal, TypeAlias, get_args

TypeOfVariantOfOrderItem: TypeAlias = Literal["variant"]

#: The values that the contract knows.
TYPE_OF_VARIANT_OF_ORDER_ITEM_VALUES: tuple[TypeOfVariantOfOrderItem, ...] = get_args(TypeOfVariantOfOrderItem)
