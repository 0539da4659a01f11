from typing import Literal, TypeAlias, get_args

AmountTypeOfDiscountCodeCreateRequest: TypeAlias = Literal["fixed", "percentage"]

#: The values that the contract knows.
AMOUNT_TYPE_OF_DISCOUNT_CODE_CREATE_REQUEST_VALUES: tuple[AmountTypeOfDiscountCodeCreateRequest, ...] = get_args(
    AmountTypeOfDiscountCodeCreateRequest
)
