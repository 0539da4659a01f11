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


class ProductVariantCreateRequest(Model):
    """`ProductVariantCreateRequest` of the contract, only ever sent."""

    price: float
    weight: int
    cogs: float | Unset = UNSET
    currency: CurrencyOfProductVariantMutationFields | Unset = UNSET
    description: str | Unset = UNSET
    image_configs: dict[str, Any] | Unset = UNSET
    images: list[str] | Unset = UNSET
    interval: IntervalOfProductVariantMutationFields | Unset = UNSET
    interval_count: int | Unset = UNSET
    is_checked: bool | Unset = UNSET
    is_discussion_active: bool | Unset = UNSET
    is_email_notification_active: bool | Unset = UNSET
    is_file_enabled: bool | Unset = UNSET
    is_license_enabled: bool | Unset = UNSET
    is_lms_enabled: bool | Unset = UNSET
    item_type: ItemTypeOfProductVariantMutationFields | Unset = UNSET
    metadata: dict[str, Any] | Unset = UNSET
    option1_value: str | Unset = UNSET
    option2_value: str | Unset = UNSET
    option3_value: str | Unset = UNSET
    pricing_type: PricingTypeOfProductVariantMutationFields | Unset = UNSET
    reseller_price: float | Unset = UNSET
    rich_description: str | Unset = UNSET
    self_file_urls: list[str] | Unset = UNSET
    sku: str | Unset = UNSET
    validity_period: int | Unset = UNSET
    validity_period_unit: ValidityPeriodUnitOfProductVariantMutationFields | Unset = UNSET

    _required = ("price", "weight")
    _rules = {
        "type": ["object"],
        "properties": {
            "cogs": {"type": ["number"]},
            "currency": {"type": ["string"], "enum": ["IDR"]},
            "description": {"type": ["string"]},
            "image_configs": {"type": ["object"]},
            "images": {"type": ["array"], "items": {"type": ["string"]}},
            "interval": {"type": ["string"], "enum": ["day", "month", "week", "year"]},
            "interval_count": {"type": ["integer"]},
            "is_checked": {"type": ["boolean"]},
            "is_discussion_active": {"type": ["boolean"]},
            "is_email_notification_active": {"type": ["boolean"]},
            "is_file_enabled": {"type": ["boolean"]},
            "is_license_enabled": {"type": ["boolean"]},
            "is_lms_enabled": {"type": ["boolean"]},
            "item_type": {"type": ["string"], "enum": ["course", "digital", "license", "physical", "subscription"]},
            "metadata": {"type": ["object"]},
            "option1_value": {"type": ["string"]},
            "option2_value": {"type": ["string"]},
            "option3_value": {"type": ["string"]},
            "price": {"type": ["number"]},
            "pricing_type": {"type": ["string"], "enum": ["one_time", "recurring"]},
            "reseller_price": {"type": ["number"]},
            "rich_description": {"type": ["string"]},
            "self_file_urls": {"type": ["array"], "items": {"type": ["string"]}},
            "sku": {"type": ["string"]},
            "validity_period": {"type": ["integer"]},
            "validity_period_unit": {"type": ["string"], "enum": ["day", "month", "week", "year"]},
            "weight": {"type": ["integer"]},
        },
        "required": ["price", "weight"],
    }
