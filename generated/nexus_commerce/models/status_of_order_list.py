from typing import Literal, TypeAlias, get_args

StatusOfOrderList: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
STATUS_OF_ORDER_LIST_VALUES: tuple[StatusOfOrderList, ...] = get_args(StatusOfOrderList)
