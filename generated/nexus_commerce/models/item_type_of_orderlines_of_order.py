from typing import Literal, TypeAlias, get_args

ItemTypeOfOrderlinesOfOrder: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_ORDERLINES_OF_ORDER_VALUES: tuple[ItemTypeOfOrderlinesOfOrder, ...] = get_args(ItemTypeOfOrderlinesOfOrder)
