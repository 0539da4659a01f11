from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .currency_of_variant import CurrencyOfVariant
    from .digital_product_files_of_variant import DigitalProductFilesOfVariant
    from .interval_of_variant import IntervalOfVariant
    from .item_type_of_variant import ItemTypeOfVariant
    from .pricing_type_of_variant import PricingTypeOfVariant
    from .product_of_variant import ProductOfVariant
    from .validity_period_unit_of_variant import ValidityPeriodUnitOfVariant


class Variant(Model):
    """`Variant` of the contract, as it is received."""

    cogs: float | str | None | Unset = UNSET
    cogs_bt: float | str | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    currency: CurrencyOfVariant | str | None | Unset = UNSET
    digital_product_files: list[DigitalProductFilesOfVariant] | None | Unset = UNSET
    display: str | None | Unset = UNSET
    fullname: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    image_configs: dict[str, Any] | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    interval: IntervalOfVariant | str | None | Unset = UNSET
    interval_count: int | str | None | Unset = UNSET
    is_checked: bool | None | Unset = UNSET
    is_discussion_active: bool | None | Unset = UNSET
    is_editable: bool | None | Unset = UNSET
    is_email_notification_active: bool | None | Unset = UNSET
    is_file_enabled: bool | None | Unset = UNSET
    is_license_enabled: bool | None | Unset = UNSET
    is_lms_enabled: bool | None | Unset = UNSET
    item_type: ItemTypeOfVariant | str | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    metadata: dict[str, Any] | None | Unset = UNSET
    name: str | None | Unset = UNSET
    option1_value: str | None | Unset = UNSET
    option2_value: str | None | Unset = UNSET
    option3_value: str | None | Unset = UNSET
    price: float | str | None | Unset = UNSET
    price_bt: float | str | None | Unset = UNSET
    pricing_type: PricingTypeOfVariant | str | None | Unset = UNSET
    product: ProductOfVariant | None | Unset = UNSET
    product_name: str | None | Unset = UNSET
    reseller_price: float | str | None | Unset = UNSET
    reseller_price_bt: float | str | None | Unset = UNSET
    self_file_urls: list[str] | None | Unset = UNSET
    sku: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    uuid: str | None | Unset = UNSET
    validity_period: int | str | None | Unset = UNSET
    validity_period_unit: ValidityPeriodUnitOfVariant | str | None | Unset = UNSET
    weight: int | str | None | Unset = UNSET

    _nested = {"digital_product_files": ["DigitalProductFilesOfVariant"], "product": "ProductOfVariant"}
