from typing import Literal, TypeAlias, get_args

PaymentStatusOfOrderChat: TypeAlias = Literal["conflict", "paid", "settled", "unpaid"]

#: The values that the contract knows.
PAYMENT_STATUS_OF_ORDER_CHAT_VALUES: tuple[PaymentStatusOfOrderChat, ...] = get_args(PaymentStatusOfOrderChat)
