from typing import Literal, TypeAlias, get_args

StatusOfOrderChangeStatusBody: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
STATUS_OF_ORDER_CHANGE_STATUS_BODY_VALUES: tuple[StatusOfOrderChangeStatusBody, ...] = get_args(
    StatusOfOrderChangeStatusBody
)
