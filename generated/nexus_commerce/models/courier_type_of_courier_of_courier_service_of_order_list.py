from typing import Literal, TypeAlias, get_args

CourierTypeOfCourierOfCourierServiceOfOrderList: TypeAlias = Literal["delivery", "pickup"]

#: The values that the contract knows.
COURIER_TYPE_OF_COURIER_OF_COURIER_SERVICE_OF_ORDER_LIST_VALUES: tuple[
    CourierTypeOfCourierOfCourierServiceOfOrderList, ...
] = get_args(CourierTypeOfCourierOfCourierServiceOfOrderList)
