from typing import Literal, TypeAlias, get_args

CurrencyOfVariantsOfProductList: TypeAlias = Literal["IDR"]

#: The values that the contract knows.
CURRENCY_OF_VARIANTS_OF_PRODUCT_LIST_VALUES: tuple[CurrencyOfVariantsOfProductList, ...] = get_args(
    CurrencyOfVariantsOfProductList
)
