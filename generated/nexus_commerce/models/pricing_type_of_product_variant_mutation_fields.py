from typing import Literal, TypeAlias, get_args

PricingTypeOfProductVariantMutationFields: TypeAlias = Literal["one_time", "recurring"]

#: The values that the contract knows.
PRICING_TYPE_OF_PRODUCT_VARIANT_MUTATION_FIELDS_VALUES: tuple[PricingTypeOfProductVariantMutationFields, ...] = (
    get_args(PricingTypeOfProductVariantMutationFields)
)
