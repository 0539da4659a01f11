from typing import Literal, TypeAlias, get_args

TokenTypeOfCustomerAuthTokenResponseBody: TypeAlias = Literal["Bearer"]

#: The values that the contract knows.
TOKEN_TYPE_OF_CUSTOMER_AUTH_TOKEN_RESPONSE_BODY_VALUES: tuple[TokenTypeOfCustomerAuthTokenResponseBody, ...] = get_args(
    TokenTypeOfCustomerAuthTokenResponseBody
)
