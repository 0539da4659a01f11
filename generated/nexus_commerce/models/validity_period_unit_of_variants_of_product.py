from typing import Literal, TypeAlias, get_args

ValidityPeriodUnitOfVariantsOfProduct: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
VALIDITY_PERIOD_UNIT_OF_VARIANTS_OF_PRODUCT_VALUES: tuple[ValidityPeriodUnitOfVariantsOfProduct, ...] = get_args(
    ValidityPeriodUnitOfVariantsOfProduct
)
