from typing import Literal, TypeAlias, get_args

ShipmentProviderCodeOfOrder: TypeAlias = Literal["lincah", "mengantar", "ninja"]

#: The values that the contract knows.
SHIPMENT_PROVIDER_CODE_OF_ORDER_VALUES: tuple[ShipmentProviderCodeOfOrder, ...] = get_args(ShipmentProviderCodeOfOrder)
