from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .customer_checkout_payment_account import CustomerCheckoutPaymentAccount


class CustomerCheckoutPaymentMethodsResponse(Model):
    """`CustomerCheckoutPaymentMethodsResponse` of the contract, as it is received."""

    payment_accounts: list[CustomerCheckoutPaymentAccount] | None | Unset = UNSET
    payment_methods: list[str] | None | Unset = UNSET

    _nested = {"payment_accounts": ["CustomerCheckoutPaymentAccount"]}
    _printed = "payable by{payment_methods}{payment_accounts}"
