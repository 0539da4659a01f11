from typing import Literal, TypeAlias, get_args

SizeOfProduct: TypeAlias = Literal[1, 2, 3]

#: The values that the contract knows.
SIZE_OF_PRODUCT_VALUES: tuple[SizeOfProduct, ...] = get_args(SizeOfProduct)
