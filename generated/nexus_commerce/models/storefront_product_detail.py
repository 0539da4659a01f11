from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .entity_type_of_storefront_product_card import EntityTypeOfStorefrontProductCard
    from .storefront_price_range import StorefrontPriceRange
    from .storefront_taxonomy import StorefrontTaxonomy
    from .storefront_variant import StorefrontVariant


class StorefrontProductDetail(Model):
    """`StorefrontProductDetail` of the contract, as it is received."""

    entity_type: EntityTypeOfStorefrontProductCard | str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    in_stock: bool | None | Unset = UNSET
    item_type: str | None | Unset = UNSET
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
    rich_description: str | None | Unset = UNSET
    variants: list[StorefrontVariant] | None | Unset = UNSET

    _nested = {
        "price_range": "StorefrontPriceRange",
        "taxonomy": "StorefrontTaxonomy",
        "variants": ["StorefrontVariant"],
    }
    _printed = "{name}: {price_range}{variants}"
