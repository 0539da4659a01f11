from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .currency_of_product_variant_mutation_fields import CurrencyOfProductVariantMutationFields
    from .interval_of_product_variant_mutation_fields import IntervalOfProductVariantMutationFields
    from .item_type_of_product_variant_mutation_fields import ItemTypeOfProductVariantMutationFields
    from .pricing_type_of_product_variant_mutation_fields import PricingTypeOfProductVariantMutationFields
    from .validity_period_unit_of_product_variant_mutation_fields import (
        ValidityPeriodUnitOfProductVariantMutationFields,
    )


class ProductVariantMutationFields(Model):
    """`ProductVariantMutationFields` of the contract, as it is received."""

    cogs: float | str | None | Unset = UNSET
    currency: CurrencyOfProductVariantMutationFields | str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    image_configs: dict[str, Any] | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    interval: IntervalOfProductVariantMutationFields | str | None | Unset = UNSET
    interval_count: int | str | None | Unset = UNSET
    is_checked: bool | None | Unset = UNSET
    is_discussion_active: bool | None | Unset = UNSET
    is_email_notification_active: bool | None | Unset = UNSET
    is_file_enabled: bool | None | Unset = UNSET
    is_license_enabled: bool | None | Unset = UNSET
    is_lms_enabled: bool | None | Unset = UNSET
    item_type: ItemTypeOfProductVariantMutationFields | str | None | Unset = UNSET
    metadata: dict[str, Any] | None | Unset = UNSET
    option1_value: str | None | Unset = UNSET
    option2_value: str | None | Unset = UNSET
    option3_value: str | None | Unset = UNSET
    price: float | str | None | Unset = UNSET
    pricing_type: PricingTypeOfProductVariantMutationFields | str | None | Unset = UNSET
    reseller_price: float | str | None | Unset = UNSET
    rich_description: str | None | Unset = UNSET
    self_file_urls: list[str] | None | Unset = UNSET
    sku: str | None | Unset = UNSET
    validity_period: int | str | None | Unset = UNSET
    validity_period_unit: ValidityPeriodUnitOfProductVariantMutationFields | str | None | Unset = UNSET
    weight: int | str | None | Unset = UNSET
