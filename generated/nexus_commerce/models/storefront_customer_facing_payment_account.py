from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_customer_facing_financial_entity import StorefrontCustomerFacingFinancialEntity


class StorefrontCustomerFacingPaymentAccount(Model):
    """`StorefrontCustomerFacingPaymentAccount` of the contract, as it is received."""

    account_holder: str | None | Unset = UNSET
    account_number: str | None | Unset = UNSET
    financial_entity: StorefrontCustomerFacingFinancialEntity | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    method: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET

    _nested = {"financial_entity": "StorefrontCustomerFacingFinancialEntity"}
