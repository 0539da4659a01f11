from typing import Literal, TypeAlias, get_args

AppliedToParameterOfListDiscountCodes: TypeAlias = Literal["product_price", "shipping_cost"]

#: The values that the contract knows.
APPLIED_TO_PARAMETER_OF_LIST_DISCOUNT_CODES_VALUES: tuple[AppliedToParameterOfListDiscountCodes, ...] = get_args(
    AppliedToParameterOfListDiscountCodes
)
