from typing import Literal, TypeAlias, get_args

IntervalOfProductVariantMutationFields: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
INTERVAL_OF_PRODUCT_VARIANT_MUTATION_FIELDS_VALUES: tuple[IntervalOfProductVariantMutationFields, ...] = get_args(
    IntervalOfProductVariantMutationFields
)
