from typing import Literal, TypeAlias, get_args

CurrencyOfOAuthBillingEarnings: TypeAlias = Literal["IDR"]

#: The values that the contract knows.
CURRENCY_OF_O_AUTH_BILLING_EARNINGS_VALUES: tuple[CurrencyOfOAuthBillingEarnings, ...] = get_args(
    CurrencyOfOAuthBillingEarnings
)
