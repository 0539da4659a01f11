from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .financial_entity_of_payment_accounts_of_store_of_storefront_public_order import (
        FinancialEntityOfPaymentAccountsOfStoreOfStorefrontPublicOrder,
    )


class PaymentAccountsOfStoreOfStorefrontPublicOrder(Model):
    """`PaymentAccountsOfStoreOfStorefrontPublicOrder` of the contract, as it is received."""

    account_holder: str | None | Unset = UNSET
    account_number: str | None | Unset = UNSET
    financial_entity: FinancialEntityOfPaymentAccountsOfStoreOfStorefrontPublicOrder | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    method: str | None | Unset = UNSET

    _nested = {"financial_entity": "FinancialEntityOfPaymentAccountsOfStoreOfStorefrontPublicOrder"}
