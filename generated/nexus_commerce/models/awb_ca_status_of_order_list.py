from typing import Literal, TypeAlias, get_args

AwbCaStatusOfOrderList: TypeAlias = Literal["canceled", "created", "failed", "pending", "unavailable", "waiting"]

#: The values that the contract knows.
AWB_CA_STATUS_OF_ORDER_LIST_VALUES: tuple[AwbCaStatusOfOrderList, ...] = get_args(AwbCaStatusOfOrderList)
