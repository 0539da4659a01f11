from typing import Literal, TypeAlias, get_args

CourierTypeOfCourierOfCourierServiceOfCourierServiceResult: TypeAlias = Literal["cashless", "instant", "standard"]

#: The values that the contract knows.
COURIER_TYPE_OF_COURIER_OF_COURIER_SERVICE_OF_COURIER_SERVICE_RESULT_VALUES: tuple[
    CourierTypeOfCourierOfCourierServiceOfCourierServiceResult, ...
] = get_args(CourierTypeOfCourierOfCourierServiceOfCourierServiceResult)
