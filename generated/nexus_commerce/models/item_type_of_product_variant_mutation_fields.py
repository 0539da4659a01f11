from typing import Literal, TypeAlias, get_args

ItemTypeOfProductVariantMutationFields: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_PRODUCT_VARIANT_MUTATION_FIELDS_VALUES: tuple[ItemTypeOfProductVariantMutationFields, ...] = get_args(
    ItemTypeOfProductVariantMutationFields
)
