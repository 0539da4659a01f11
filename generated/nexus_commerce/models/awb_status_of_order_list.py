from typing import Literal, TypeAlias, get_args

AwbStatusOfOrderList: TypeAlias = Literal["canceled", "created", "failed", "pending", "unavailable", "waiting"]

#: The values that the contract knows.
AWB_STATUS_OF_ORDER_LIST_VALUES: tuple[AwbStatusOfOrderList, ...] = get_args(AwbStatusOfOrderList)
