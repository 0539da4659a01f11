from typing import Literal, TypeAlias, get_args

StatusParameterOfListDiscountCodes: TypeAlias = Literal["disabled", "enabled"]

#: The values that the contract knows.
STATUS_PARAMETER_OF_LIST_DISCOUNT_CODES_VALUES: tuple[StatusParameterOfListDiscountCodes, ...] = get_args(
    StatusParameterOfListDiscountCodes
)
