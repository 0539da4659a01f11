from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .entity_type_of_storefront_bundle_price_option_card import EntityTypeOfStorefrontBundlePriceOptionCard
    from .storefront_bundle_line import StorefrontBundleLine
    from .storefront_price_range import StorefrontPriceRange
    from .storefront_taxonomy import StorefrontTaxonomy


class StorefrontBundlePriceOptionDetail(Model):
    """`StorefrontBundlePriceOptionDetail` of the contract, as it is received."""

    bundle_id: int | str | None | Unset = UNSET
    bundle_price_option_id: int | str | None | Unset = UNSET
    entity_type: EntityTypeOfStorefrontBundlePriceOptionCard | str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    in_stock: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET
    price_range: StorefrontPriceRange | None | Unset = UNSET
    slug: str | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    description: str | None | Unset = UNSET
    is_multiple: bool | None | Unset = UNSET
    meta_thumbnail: str | None | Unset = UNSET
    option1_name: str | None | Unset = UNSET
    option2_name: str | None | Unset = UNSET
    option3_name: str | None | Unset = UNSET
    taxonomy: StorefrontTaxonomy | None | Unset = UNSET
    bundle_name: str | None | Unset = UNSET
    bundle_price_option_name: str | None | Unset = UNSET
    bundlelines: list[StorefrontBundleLine] | None | Unset = UNSET
    price: str | float | None | Unset = UNSET
    rich_description: str | None | Unset = UNSET
    weight_bump: int | str | None | Unset = UNSET

    _nested = {
        "price_range": "StorefrontPriceRange",
        "taxonomy": "StorefrontTaxonomy",
        "bundlelines": ["StorefrontBundleLine"],
    }
    _printed = "{name}: {price}"
