from typing import Literal, TypeAlias, get_args

CourierTypeOfCourierOfCourierServiceOfShippingCostResult: TypeAlias = Literal["cashless", "instant", "standard"]

#: The values that the contract knows.
COURIER_TYPE_OF_COURIER_OF_COURIER_SERVICE_OF_SHIPPING_COST_RESULT_VALUES: tuple[
    CourierTypeOfCourierOfCourierServiceOfShippingCostResult, ...
] = get_args(CourierTypeOfCourierOfCourierServiceOfShippingCostResult)
