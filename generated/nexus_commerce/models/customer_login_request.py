from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .login_as_of_customer_login_request import LoginAsOfCustomerLoginRequest


class CustomerLoginRequest(Model):
    """`CustomerLoginRequest` of the contract, only ever sent."""

    email: str
    password: str
    login_as: LoginAsOfCustomerLoginRequest | Unset = UNSET

    _required = ("email", "password")
    _rules = {
        "type": ["object"],
        "properties": {
            "email": {"type": ["string"]},
            "login_as": {"type": ["string"], "enum": ["customer", "owner"]},
            "password": {"type": ["string"]},
        },
        "required": ["email", "password"],
    }
