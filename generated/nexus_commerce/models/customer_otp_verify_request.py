from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .login_as_of_customer_otp_verify_request import LoginAsOfCustomerOtpVerifyRequest


class CustomerOtpVerifyRequest(Model):
    """`CustomerOtpVerifyRequest` of the contract, only ever sent."""

    email: str
    otp: str
    login_as: LoginAsOfCustomerOtpVerifyRequest | Unset = UNSET

    _required = ("email", "otp")
    _rules = {
        "type": ["object"],
        "properties": {
            "email": {"type": ["string"]},
            "login_as": {"type": ["string"], "enum": ["customer", "owner"]},
            "otp": {"type": ["string"]},
        },
        "required": ["email", "otp"],
    }
