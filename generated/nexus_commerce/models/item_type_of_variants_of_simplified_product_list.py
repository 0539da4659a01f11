from typing import Literal, TypeAlias, get_args

ItemTypeOfVariantsOfSimplifiedProductList: TypeAlias = Literal[
    "course", "digital", "license", "physical", "subscription"
]

#: The values that the contract knows.
ITEM_TYPE_OF_VARIANTS_OF_SIMPLIFIED_PRODUCT_LIST_VALUES: tuple[ItemTypeOfVariantsOfSimplifiedProductList, ...] = (
    get_args(ItemTypeOfVariantsOfSimplifiedProductList)
)
