from typing import Literal, TypeAlias, get_args

StatusOfOrderMarkNotSpam: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
STATUS_OF_ORDER_MARK_NOT_SPAM_VALUES: tuple[StatusOfOrderMarkNotSpam, ...] = get_args(StatusOfOrderMarkNotSpam)
