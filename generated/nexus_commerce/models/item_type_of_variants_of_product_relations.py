from typing import Literal, TypeAlias, get_args

ItemTypeOfVariantsOfProductRelations: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_VARIANTS_OF_PRODUCT_RELATIONS_VALUES: tuple[ItemTypeOfVariantsOfProductRelations, ...] = get_args(
    ItemTypeOfVariantsOfProductRelations
)
