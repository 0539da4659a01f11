from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CustomerCheckoutPaymentAccount(Model):
    """`CustomerCheckoutPaymentAccount` of the contract, as it is received."""

    account_holder: str | None | Unset = UNSET
    account_number: str | None | Unset = UNSET
    financial_entity_code: str | None | Unset = UNSET
    financial_entity_name: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    method: str | None | Unset = UNSET

    _printed = "{financial_entity_name} {account_number}"
