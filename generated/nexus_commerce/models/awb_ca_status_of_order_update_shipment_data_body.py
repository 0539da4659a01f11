from typing import Literal, TypeAlias, get_args

AwbCaStatusOfOrderUpdateShipmentDataBody: TypeAlias = Literal[
    "canceled", "created", "failed", "pending", "unavailable", "waiting"
]

#: The values that the contract knows.
AWB_CA_STATUS_OF_ORDER_UPDATE_SHIPMENT_DATA_BODY_VALUES: tuple[AwbCaStatusOfOrderUpdateShipmentDataBody, ...] = (
    get_args(AwbCaStatusOfOrderUpdateShipmentDataBody)
)
