from typing import Literal, TypeAlias, get_args

CurrencyOfVariantSubscription: TypeAlias = Literal["IDR"]

#: The values that the contract knows.
CURRENCY_OF_VARIANT_SUBSCRIPTION_VALUES: tuple[CurrencyOfVariantSubscription, ...] = get_args(
    CurrencyOfVariantSubscription
)
