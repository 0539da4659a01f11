from typing import Literal, TypeAlias, get_args

StatusOfOrderChat: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
STATUS_OF_ORDER_CHAT_VALUES: tuple[StatusOfOrderChat, ...] = get_args(StatusOfOrderChat)
