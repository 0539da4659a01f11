from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .currency_of_variant_of_bundlelines_of_bundle import CurrencyOfVariantOfBundlelinesOfBundle
    from .digital_product_files_of_variant_of_bundlelines_of_bundle import (
        DigitalProductFilesOfVariantOfBundlelinesOfBundle,
    )
    from .interval_of_variant_of_bundlelines_of_bundle import IntervalOfVariantOfBundlelinesOfBundle
    from .item_type_of_variant_of_bundlelines_of_bundle import ItemTypeOfVariantOfBundlelinesOfBundle
    from .pricing_type_of_variant_of_bundlelines_of_bundle import PricingTypeOfVariantOfBundlelinesOfBundle
    from .product_of_variant_of_bundlelines_of_bundle import ProductOfVariantOfBundlelinesOfBundle
    from .validity_period_unit_of_variant_of_bundlelines_of_bundle import (
        ValidityPeriodUnitOfVariantOfBundlelinesOfBundle,
    )


class VariantOfBundlelinesOfBundle(Model):
    """`VariantOfBundlelinesOfBundle` of the contract, as it is received."""

    cogs: float | str | None | Unset = UNSET
    cogs_bt: float | str | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    currency: CurrencyOfVariantOfBundlelinesOfBundle | str | None | Unset = UNSET
    digital_product_files: list[DigitalProductFilesOfVariantOfBundlelinesOfBundle] | None | Unset = UNSET
    display: str | None | Unset = UNSET
    fullname: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    image_configs: dict[str, Any] | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    interval: IntervalOfVariantOfBundlelinesOfBundle | str | None | Unset = UNSET
    interval_count: int | str | None | Unset = UNSET
    is_checked: bool | None | Unset = UNSET
    is_editable: bool | None | Unset = UNSET
    item_type: ItemTypeOfVariantOfBundlelinesOfBundle | str | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    metadata: dict[str, Any] | None | Unset = UNSET
    name: str | None | Unset = UNSET
    option1_value: str | None | Unset = UNSET
    option2_value: str | None | Unset = UNSET
    option3_value: str | None | Unset = UNSET
    price: float | str | None | Unset = UNSET
    price_bt: float | str | None | Unset = UNSET
    pricing_type: PricingTypeOfVariantOfBundlelinesOfBundle | str | None | Unset = UNSET
    product: ProductOfVariantOfBundlelinesOfBundle | None | Unset = UNSET
    product_name: str | None | Unset = UNSET
    reseller_price: float | str | None | Unset = UNSET
    reseller_price_bt: float | str | None | Unset = UNSET
    self_file_urls: list[str] | None | Unset = UNSET
    sku: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    uuid: str | None | Unset = UNSET
    validity_period: int | str | None | Unset = UNSET
    validity_period_unit: ValidityPeriodUnitOfVariantOfBundlelinesOfBundle | str | None | Unset = UNSET
    weight: int | str | None | Unset = UNSET

    _nested = {
        "digital_product_files": ["DigitalProductFilesOfVariantOfBundlelinesOfBundle"],
        "product": "ProductOfVariantOfBundlelinesOfBundle",
    }
