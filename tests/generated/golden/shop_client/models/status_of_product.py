from typing import Literal, TypeAlias, get_args

StatusOfProduct: TypeAlias = Literal["draft", "live"]

#: The values that the contract knows.
STATUS_OF_PRODUCT_VALUES: tuple[StatusOfProduct, ...] = get_args(StatusOfProduct)
