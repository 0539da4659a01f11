from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_customer_facing_payment_account import StorefrontCustomerFacingPaymentAccount


class StorefrontCustomerFacingStore(Model):
    """`StorefrontCustomerFacingStore` of the contract, as it is received."""

    auto_expire_days: int | str | None | Unset = UNSET
    days_of_payment_processing: int | str | None | Unset = UNSET
    is_auto_expire: bool | None | Unset = UNSET
    is_show_download_invoice: bool | None | Unset = UNSET
    is_show_whatsapp: bool | None | Unset = UNSET
    logo: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    payment_accounts: list[StorefrontCustomerFacingPaymentAccount] | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET

    _nested = {"payment_accounts": ["StorefrontCustomerFacingPaymentAccount"]}
