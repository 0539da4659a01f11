from typing import Literal, TypeAlias, get_args

StatusOfOrder: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
STATUS_OF_ORDER_VALUES: tuple[StatusOfOrder, ...] = get_args(StatusOfOrder)
