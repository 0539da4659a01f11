from typing import Literal, TypeAlias, get_args

ShipmentProviderCodeOfOrderCreateBody: TypeAlias = Literal["lincah", "mengantar", "ninja"]

#: The values that the contract knows.
SHIPMENT_PROVIDER_CODE_OF_ORDER_CREATE_BODY_VALUES: tuple[ShipmentProviderCodeOfOrderCreateBody, ...] = get_args(
    ShipmentProviderCodeOfOrderCreateBody
)
