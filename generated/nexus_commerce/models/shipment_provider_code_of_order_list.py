from typing import Literal, TypeAlias, get_args

ShipmentProviderCodeOfOrderList: TypeAlias = Literal["lincah", "mengantar", "ninja"]

#: The values that the contract knows.
SHIPMENT_PROVIDER_CODE_OF_ORDER_LIST_VALUES: tuple[ShipmentProviderCodeOfOrderList, ...] = get_args(
    ShipmentProviderCodeOfOrderList
)
