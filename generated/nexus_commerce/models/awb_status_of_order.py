from typing import Literal, TypeAlias, get_args

AwbStatusOfOrder: TypeAlias = Literal["canceled", "created", "failed", "pending", "unavailable", "waiting"]

#: The values that the contract knows.
AWB_STATUS_OF_ORDER_VALUES: tuple[AwbStatusOfOrder, ...] = get_args(AwbStatusOfOrder)
