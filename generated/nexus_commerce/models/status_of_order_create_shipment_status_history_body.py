from typing import Literal, TypeAlias, get_args

StatusOfOrderCreateShipmentStatusHistoryBody: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
STATUS_OF_ORDER_CREATE_SHIPMENT_STATUS_HISTORY_BODY_VALUES: tuple[StatusOfOrderCreateShipmentStatusHistoryBody, ...] = (
    get_args(StatusOfOrderCreateShipmentStatusHistoryBody)
)
