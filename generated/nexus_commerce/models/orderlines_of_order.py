from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .currency_of_orderlines_of_order import CurrencyOfOrderlinesOfOrder
    from .interval_of_orderlines_of_order import IntervalOfOrderlinesOfOrder
    from .item_type_of_orderlines_of_order import ItemTypeOfOrderlinesOfOrder
    from .pricing_type_of_orderlines_of_order import PricingTypeOfOrderlinesOfOrder


class OrderlinesOfOrder(Model):
    """`OrderlinesOfOrder` of the contract, as it is received."""

    cogs: float | str | None | Unset = UNSET
    cogs_bt: float | str | None | Unset = UNSET
    currency: CurrencyOfOrderlinesOfOrder | str | None | Unset = UNSET
    discount: float | str | None | Unset = UNSET
    discount_bt: float | str | None | Unset = UNSET
    discount_code_discount: float | str | None | Unset = UNSET
    discount_code_discount_bt: float | str | None | Unset = UNSET
    discount_rate: float | str | None | Unset = UNSET
    id: str | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    interval: IntervalOfOrderlinesOfOrder | str | None | Unset = UNSET
    interval_count: int | str | None | Unset = UNSET
    is_inventory: bool | None | Unset = UNSET
    item_type: ItemTypeOfOrderlinesOfOrder | str | None | Unset = UNSET
    pricing_type: PricingTypeOfOrderlinesOfOrder | str | None | Unset = UNSET
    product_business: int | str | None | Unset = UNSET
    product_name: str | None | Unset = UNSET
    product_price: float | str | None | Unset = UNSET
    product_price_bt: float | str | None | Unset = UNSET
    quantity: int | str | None | Unset = UNSET
    reseller_product_price: float | str | None | Unset = UNSET
    reseller_product_price_bt: float | str | None | Unset = UNSET
    tax_rate: float | str | None | Unset = UNSET
    variant: int | str | None | Unset = UNSET
    variant_cogs: float | str | None | Unset = UNSET
    variant_cogs_bt: float | str | None | Unset = UNSET
    variant_option1_value: str | None | Unset = UNSET
    variant_option2_value: str | None | Unset = UNSET
    variant_option3_value: str | None | Unset = UNSET
    variant_price: float | str | None | Unset = UNSET
    variant_price_bt: float | str | None | Unset = UNSET
    variant_reseller_price: float | str | None | Unset = UNSET
    variant_reseller_price_bt: float | str | None | Unset = UNSET
    variant_sku: str | None | Unset = UNSET
    weight: float | str | None | Unset = UNSET
