from typing import Literal, TypeAlias, get_args

KindOfProduct: TypeAlias = Literal["product"]

#: The values that the contract knows.
KIND_OF_PRODUCT_VALUES: tuple[KindOfProduct, ...] = get_args(KindOfProduct)
