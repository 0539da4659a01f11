from typing import Literal, TypeAlias, get_args

RefundStatusOfOAuthBillingRefundResponseBody: TypeAlias = Literal["succeeded"]

#: The values that the contract knows.
REFUND_STATUS_OF_O_AUTH_BILLING_REFUND_RESPONSE_BODY_VALUES: tuple[
    RefundStatusOfOAuthBillingRefundResponseBody, ...
] = get_args(RefundStatusOfOAuthBillingRefundResponseBody)
