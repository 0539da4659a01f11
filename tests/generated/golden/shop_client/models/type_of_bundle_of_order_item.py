from typing import Literal, TypeAlias, get_args

TypeOfBundleOfOrderItem: TypeAlias = Literal["bundle"]

#: The values that the contract knows.
TYPE_OF_BUNDLE_OF_ORDER_ITEM_VALUES: tuple[TypeOfBundleOfOrderItem, ...] = get_args(TypeOfBundleOfOrderItem)
