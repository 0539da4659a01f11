from typing import Literal, TypeAlias, get_args

AwbCaStatusOfOrder: TypeAlias = Literal["canceled", "created", "failed", "pending", "unavailable", "waiting"]

#: The values that the contract knows.
AWB_CA_STATUS_OF_ORDER_VALUES: tuple[AwbCaStatusOfOrder, ...] = get_args(AwbCaStatusOfOrder)
