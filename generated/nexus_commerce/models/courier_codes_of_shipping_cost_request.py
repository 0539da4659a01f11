from typing import Literal, TypeAlias, get_args

CourierCodesOfShippingCostRequest: TypeAlias = Literal[
    "anteraja",
    "dse",
    "first",
    "ide",
    "idl",
    "jet",
    "jne",
    "jnt",
    "jtl",
    "lion",
    "ncs",
    "ninja",
    "pahala",
    "pandu",
    "pos",
    "rex",
    "rpx",
    "sap",
    "sentral",
    "sicepat",
    "slis",
    "star",
    "tiki",
    "wahana",
]

#: The values that the contract knows.
COURIER_CODES_OF_SHIPPING_COST_REQUEST_VALUES: tuple[CourierCodesOfShippingCostRequest, ...] = get_args(
    CourierCodesOfShippingCostRequest
)
