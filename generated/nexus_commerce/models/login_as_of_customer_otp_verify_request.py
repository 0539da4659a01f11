from typing import Literal, TypeAlias, get_args

LoginAsOfCustomerOtpVerifyRequest: TypeAlias = Literal["customer", "owner"]

#: The values that the contract knows.
LOGIN_AS_OF_CUSTOMER_OTP_VERIFY_REQUEST_VALUES: tuple[LoginAsOfCustomerOtpVerifyRequest, ...] = get_args(
    LoginAsOfCustomerOtpVerifyRequest
)
