from typing import Literal, TypeAlias, get_args

PricingTypeOfOrderlinesOfOrder: TypeAlias = Literal["one_time", "recurring"]

#: The values that the contract knows.
PRICING_TYPE_OF_ORDERLINES_OF_ORDER_VALUES: tuple[PricingTypeOfOrderlinesOfOrder, ...] = get_args(
    PricingTypeOfOrderlinesOfOrder
)
