from typing import Literal, TypeAlias, get_args

ShipmentProviderCodeOfOrderUpdateBody: TypeAlias = Literal["lincah", "mengantar", "ninja"]

#: The values that the contract knows.
SHIPMENT_PROVIDER_CODE_OF_ORDER_UPDATE_BODY_VALUES: tuple[ShipmentProviderCodeOfOrderUpdateBody, ...] = get_args(
    ShipmentProviderCodeOfOrderUpdateBody
)
