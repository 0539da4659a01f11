from typing import Literal, TypeAlias, get_args

CurrencyOfOAuthBillingRefundResponseBody: TypeAlias = Literal["IDR"]

#: The values that the contract knows.
CURRENCY_OF_O_AUTH_BILLING_REFUND_RESPONSE_BODY_VALUES: tuple[CurrencyOfOAuthBillingRefundResponseBody, ...] = get_args(
    CurrencyOfOAuthBillingRefundResponseBody
)
