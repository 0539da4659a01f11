from typing import Literal, TypeAlias, get_args

CurrencyOfVariantsOfSimplifiedProductList: TypeAlias = Literal["IDR"]

#: The values that the contract knows.
CURRENCY_OF_VARIANTS_OF_SIMPLIFIED_PRODUCT_LIST_VALUES: tuple[CurrencyOfVariantsOfSimplifiedProductList, ...] = (
    get_args(CurrencyOfVariantsOfSimplifiedProductList)
)
