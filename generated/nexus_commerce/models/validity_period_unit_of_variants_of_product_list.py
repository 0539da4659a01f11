from typing import Literal, TypeAlias, get_args

ValidityPeriodUnitOfVariantsOfProductList: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
VALIDITY_PERIOD_UNIT_OF_VARIANTS_OF_PRODUCT_LIST_VALUES: tuple[ValidityPeriodUnitOfVariantsOfProductList, ...] = (
    get_args(ValidityPeriodUnitOfVariantsOfProductList)
)
