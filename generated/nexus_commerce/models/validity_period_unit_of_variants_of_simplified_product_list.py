from typing import Literal, TypeAlias, get_args

ValidityPeriodUnitOfVariantsOfSimplifiedProductList: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
VALIDITY_PERIOD_UNIT_OF_VARIANTS_OF_SIMPLIFIED_PRODUCT_LIST_VALUES: tuple[
    ValidityPeriodUnitOfVariantsOfSimplifiedProductList, ...
] = get_args(ValidityPeriodUnitOfVariantsOfSimplifiedProductList)
