from typing import Literal, TypeAlias, get_args

StatusOfOrderChangeStatus: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
STATUS_OF_ORDER_CHANGE_STATUS_VALUES: tuple[StatusOfOrderChangeStatus, ...] = get_args(StatusOfOrderChangeStatus)
