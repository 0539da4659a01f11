from typing import Literal, TypeAlias, get_args

TypeOfStoreMethodOtherIncomesOfStoreOfOrder: TypeAlias = Literal["fixed", "percentage"]

#: The values that the contract knows.
TYPE_OF_STORE_METHOD_OTHER_INCOMES_OF_STORE_OF_ORDER_VALUES: tuple[TypeOfStoreMethodOtherIncomesOfStoreOfOrder, ...] = (
    get_args(TypeOfStoreMethodOtherIncomesOfStoreOfOrder)
)
