from typing import Literal, TypeAlias, get_args

IsTransferproofExistParameterOfListOrders: TypeAlias = Literal["false", "true"]

#: The values that the contract knows.
IS_TRANSFERPROOF_EXIST_PARAMETER_OF_LIST_ORDERS_VALUES: tuple[IsTransferproofExistParameterOfListOrders, ...] = (
    get_args(IsTransferproofExistParameterOfListOrders)
)
