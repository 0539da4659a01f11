from typing import Literal, TypeAlias, get_args

CurrencyOfProductVariantMutationFields: TypeAlias = Literal["IDR"]

#: The values that the contract knows.
CURRENCY_OF_PRODUCT_VARIANT_MUTATION_FIELDS_VALUES: tuple[CurrencyOfProductVariantMutationFields, ...] = get_args(
    CurrencyOfProductVariantMutationFields
)
