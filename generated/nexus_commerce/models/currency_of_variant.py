from typing import Literal, TypeAlias, get_args

CurrencyOfVariant: TypeAlias = Literal["IDR"]

#: The values that the contract knows.
CURRENCY_OF_VARIANT_VALUES: tuple[CurrencyOfVariant, ...] = get_args(CurrencyOfVariant)
