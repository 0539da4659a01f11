from typing import Literal, TypeAlias, get_args

PaymentStatusOfOrderMarkNotSpam: TypeAlias = Literal["conflict", "paid", "settled", "unpaid"]

#: The values that the contract knows.
PAYMENT_STATUS_OF_ORDER_MARK_NOT_SPAM_VALUES: tuple[PaymentStatusOfOrderMarkNotSpam, ...] = get_args(
    PaymentStatusOfOrderMarkNotSpam
)
