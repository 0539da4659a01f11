from typing import Literal, TypeAlias, get_args

LoginAsOfCustomerLoginRequest: TypeAlias = Literal["customer", "owner"]

#: The values that the contract knows.
LOGIN_AS_OF_CUSTOMER_LOGIN_REQUEST_VALUES: tuple[LoginAsOfCustomerLoginRequest, ...] = get_args(
    LoginAsOfCustomerLoginRequest
)
