from typing import Literal, TypeAlias, get_args

CurrencyOfVariantsOfProduct: TypeAlias = Literal["IDR"]

#: The values that the contract knows.
CURRENCY_OF_VARIANTS_OF_PRODUCT_VALUES: tuple[CurrencyOfVariantsOfProduct, ...] = get_args(CurrencyOfVariantsOfProduct)
