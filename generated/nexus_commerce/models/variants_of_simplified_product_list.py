from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .currency_of_variants_of_simplified_product_list import CurrencyOfVariantsOfSimplifiedProductList
    from .digital_product_files_of_variants_of_simplified_product_list import (
        DigitalProductFilesOfVariantsOfSimplifiedProductList,
    )
    from .interval_of_variants_of_simplified_product_list import IntervalOfVariantsOfSimplifiedProductList
    from .item_type_of_variants_of_simplified_product_list import ItemTypeOfVariantsOfSimplifiedProductList
    from .pricing_type_of_variants_of_simplified_product_list import PricingTypeOfVariantsOfSimplifiedProductList
    from .validity_period_unit_of_variants_of_simplified_product_list import (
        ValidityPeriodUnitOfVariantsOfSimplifiedProductList,
    )


class VariantsOfSimplifiedProductList(Model):
    """`VariantsOfSimplifiedProductList` of the contract, as it is received."""

    currency: CurrencyOfVariantsOfSimplifiedProductList | str | None | Unset = UNSET
    digital_product_files: list[DigitalProductFilesOfVariantsOfSimplifiedProductList] | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    interval: IntervalOfVariantsOfSimplifiedProductList | str | None | Unset = UNSET
    interval_count: int | str | None | Unset = UNSET
    is_checked: bool | None | Unset = UNSET
    is_discussion_active: bool | None | Unset = UNSET
    is_editable: bool | None | Unset = UNSET
    is_email_notification_active: bool | None | Unset = UNSET
    is_file_enabled: bool | None | Unset = UNSET
    is_license_enabled: bool | None | Unset = UNSET
    is_lms_enabled: bool | None | Unset = UNSET
    item_type: ItemTypeOfVariantsOfSimplifiedProductList | str | None | Unset = UNSET
    metadata: dict[str, Any] | None | Unset = UNSET
    name: str | None | Unset = UNSET
    pricing_type: PricingTypeOfVariantsOfSimplifiedProductList | str | None | Unset = UNSET
    product_name: str | None | Unset = UNSET
    self_file_urls: list[str] | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    uuid: str | None | Unset = UNSET
    validity_period: int | str | None | Unset = UNSET
    validity_period_unit: ValidityPeriodUnitOfVariantsOfSimplifiedProductList | str | None | Unset = UNSET
    weight: int | str | None | Unset = UNSET

    _nested = {"digital_product_files": ["DigitalProductFilesOfVariantsOfSimplifiedProductList"]}
