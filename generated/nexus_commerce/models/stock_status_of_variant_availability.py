from typing import Literal, TypeAlias, get_args

StockStatusOfVariantAvailability: TypeAlias = Literal["in_stock", "low_stock", "out_of_stock"]

#: The values that the contract knows.
STOCK_STATUS_OF_VARIANT_AVAILABILITY_VALUES: tuple[StockStatusOfVariantAvailability, ...] = get_args(
    StockStatusOfVariantAvailability
)
