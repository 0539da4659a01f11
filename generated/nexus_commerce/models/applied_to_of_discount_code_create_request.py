from typing import Literal, TypeAlias, get_args

AppliedToOfDiscountCodeCreateRequest: TypeAlias = Literal["product_price", "shipping_cost"]

#: The values that the contract knows.
APPLIED_TO_OF_DISCOUNT_CODE_CREATE_REQUEST_VALUES: tuple[AppliedToOfDiscountCodeCreateRequest, ...] = get_args(
    AppliedToOfDiscountCodeCreateRequest
)
