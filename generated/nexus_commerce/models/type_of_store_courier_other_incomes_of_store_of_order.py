from typing import Literal, TypeAlias, get_args

TypeOfStoreCourierOtherIncomesOfStoreOfOrder: TypeAlias = Literal["fixed", "percentage"]

#: The values that the contract knows.
TYPE_OF_STORE_COURIER_OTHER_INCOMES_OF_STORE_OF_ORDER_VALUES: tuple[
    TypeOfStoreCourierOtherIncomesOfStoreOfOrder, ...
] = get_args(TypeOfStoreCourierOtherIncomesOfStoreOfOrder)
