from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .currency_of_variant_subscription import CurrencyOfVariantSubscription
    from .interval_of_variant_subscription import IntervalOfVariantSubscription
    from .item_type_of_variant_subscription import ItemTypeOfVariantSubscription
    from .pricing_type_of_variant_subscription import PricingTypeOfVariantSubscription
    from .validity_period_unit_of_variant_subscription import ValidityPeriodUnitOfVariantSubscription


class VariantSubscription(Model):
    """`VariantSubscription` of the contract, as it is received."""

    currency: CurrencyOfVariantSubscription | str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    interval: IntervalOfVariantSubscription | str | None | Unset = UNSET
    interval_count: int | str | None | Unset = UNSET
    item_type: ItemTypeOfVariantSubscription | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    price: float | str | None | Unset = UNSET
    pricing_type: PricingTypeOfVariantSubscription | str | None | Unset = UNSET
    product_name: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    validity_period: int | str | None | Unset = UNSET
    validity_period_unit: ValidityPeriodUnitOfVariantSubscription | str | None | Unset = UNSET

    _printed = "variant {id}: {name}, {price} for {interval_count} {interval}"
