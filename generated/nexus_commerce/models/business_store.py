from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .business_store_bundle import BusinessStoreBundle
    from .business_store_bundle_price_option import BusinessStoreBundlePriceOption
    from .business_store_product import BusinessStoreProduct


class BusinessStore(Model):
    """`BusinessStore` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    bundle_price_options: list[BusinessStoreBundlePriceOption] | None | Unset = UNSET
    bundles: list[BusinessStoreBundle] | None | Unset = UNSET
    business_id: int | str | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    custom_domain: dict[str, Any] | None | Unset = UNSET
    is_active: bool | None | Unset = UNSET
    is_public: bool | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    logo: str | None | Unset = UNSET
    payment_methods: list[str] | None | Unset = UNSET
    products: list[BusinessStoreProduct] | None | Unset = UNSET
    uuid: str | None | Unset = UNSET
    xendit_va_bank_codes: list[str] | None | Unset = UNSET

    _nested = {
        "bundle_price_options": ["BusinessStoreBundlePriceOption"],
        "bundles": ["BusinessStoreBundle"],
        "products": ["BusinessStoreProduct"],
    }
