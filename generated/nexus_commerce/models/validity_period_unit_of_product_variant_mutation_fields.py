from typing import Literal, TypeAlias, get_args

ValidityPeriodUnitOfProductVariantMutationFields: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
VALIDITY_PERIOD_UNIT_OF_PRODUCT_VARIANT_MUTATION_FIELDS_VALUES: tuple[
    ValidityPeriodUnitOfProductVariantMutationFields, ...
] = get_args(ValidityPeriodUnitOfProductVariantMutationFields)
