from typing import Literal, TypeAlias, get_args

PostalCodeRequirementOfStoreOfOrder: TypeAlias = Literal["autofill", "manual"]

#: The values that the contract knows.
POSTAL_CODE_REQUIREMENT_OF_STORE_OF_ORDER_VALUES: tuple[PostalCodeRequirementOfStoreOfOrder, ...] = get_args(
    PostalCodeRequirementOfStoreOfOrder
)
