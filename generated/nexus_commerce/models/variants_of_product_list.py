from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .currency_of_variants_of_product_list import CurrencyOfVariantsOfProductList
    from .digital_product_files_of_variants_of_product_list import DigitalProductFilesOfVariantsOfProductList
    from .interval_of_variants_of_product_list import IntervalOfVariantsOfProductList
    from .item_type_of_variants_of_product_list import ItemTypeOfVariantsOfProductList
    from .pricing_type_of_variants_of_product_list import PricingTypeOfVariantsOfProductList
    from .validity_period_unit_of_variants_of_product_list import ValidityPeriodUnitOfVariantsOfProductList


class VariantsOfProductList(Model):
    """`VariantsOfProductList` of the contract, as it is received."""

    currency: CurrencyOfVariantsOfProductList | str | None | Unset = UNSET
    digital_product_files: list[DigitalProductFilesOfVariantsOfProductList] | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    interval: IntervalOfVariantsOfProductList | str | None | Unset = UNSET
    interval_count: int | str | None | Unset = UNSET
    is_checked: bool | None | Unset = UNSET
    is_discussion_active: bool | None | Unset = UNSET
    is_editable: bool | None | Unset = UNSET
    is_email_notification_active: bool | None | Unset = UNSET
    is_file_enabled: bool | None | Unset = UNSET
    is_license_enabled: bool | None | Unset = UNSET
    is_lms_enabled: bool | None | Unset = UNSET
    item_type: ItemTypeOfVariantsOfProductList | str | None | Unset = UNSET
    metadata: dict[str, Any] | None | Unset = UNSET
    name: str | None | Unset = UNSET
    pricing_type: PricingTypeOfVariantsOfProductList | str | None | Unset = UNSET
    product_name: str | None | Unset = UNSET
    self_file_urls: list[str] | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    uuid: str | None | Unset = UNSET
    validity_period: int | str | None | Unset = UNSET
    validity_period_unit: ValidityPeriodUnitOfVariantsOfProductList | str | None | Unset = UNSET
    weight: int | str | None | Unset = UNSET

    _nested = {"digital_product_files": ["DigitalProductFilesOfVariantsOfProductList"]}
