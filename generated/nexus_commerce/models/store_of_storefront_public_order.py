from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .custom_domain_of_store_of_storefront_public_order import CustomDomainOfStoreOfStorefrontPublicOrder
    from .payment_accounts_of_store_of_storefront_public_order import PaymentAccountsOfStoreOfStorefrontPublicOrder


class StoreOfStorefrontPublicOrder(Model):
    """`StoreOfStorefrontPublicOrder` of the contract, as it is received."""

    auto_expire_days: int | str | None | Unset = UNSET
    custom_domain: CustomDomainOfStoreOfStorefrontPublicOrder | None | Unset = UNSET
    days_of_payment_processing: int | str | None | Unset = UNSET
    is_auto_expire: bool | None | Unset = UNSET
    is_show_download_invoice: bool | None | Unset = UNSET
    is_show_whatsapp: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET
    payment_accounts: list[PaymentAccountsOfStoreOfStorefrontPublicOrder] | None | Unset = UNSET

    _nested = {
        "custom_domain": "CustomDomainOfStoreOfStorefrontPublicOrder",
        "payment_accounts": ["PaymentAccountsOfStoreOfStorefrontPublicOrder"],
    }
