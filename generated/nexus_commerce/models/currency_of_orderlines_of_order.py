from typing import Literal, TypeAlias, get_args

CurrencyOfOrderlinesOfOrder: TypeAlias = Literal["IDR"]

#: The values that the contract knows.
CURRENCY_OF_ORDERLINES_OF_ORDER_VALUES: tuple[CurrencyOfOrderlinesOfOrder, ...] = get_args(CurrencyOfOrderlinesOfOrder)
