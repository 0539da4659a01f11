from typing import Literal, TypeAlias, get_args

ItemTypeOfUpdateRequestProduct: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_UPDATE_REQUEST_PRODUCT_VALUES: tuple[ItemTypeOfUpdateRequestProduct, ...] = get_args(
    ItemTypeOfUpdateRequestProduct
)
