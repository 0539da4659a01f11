from typing import Literal, TypeAlias, get_args

ShipmentProviderCodeOfOrderUpdateShipmentDataBody: TypeAlias = Literal["lincah", "mengantar", "ninja"]

#: The values that the contract knows.
SHIPMENT_PROVIDER_CODE_OF_ORDER_UPDATE_SHIPMENT_DATA_BODY_VALUES: tuple[
    ShipmentProviderCodeOfOrderUpdateShipmentDataBody, ...
] = get_args(ShipmentProviderCodeOfOrderUpdateShipmentDataBody)
