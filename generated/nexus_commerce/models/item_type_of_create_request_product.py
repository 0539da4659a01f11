from typing import Literal, TypeAlias, get_args

ItemTypeOfCreateRequestProduct: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_CREATE_REQUEST_PRODUCT_VALUES: tuple[ItemTypeOfCreateRequestProduct, ...] = get_args(
    ItemTypeOfCreateRequestProduct
)
