from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .item_type_of_create_request_product import ItemTypeOfCreateRequestProduct
    from .variants_of_create_request_product import VariantsOfCreateRequestProduct


class CreateRequestProduct(Model):
    """`CreateRequestProduct` of the contract, only ever sent."""

    item_type: ItemTypeOfCreateRequestProduct
    name: str
    description: str | Unset = UNSET
    is_inventory: bool | Unset = UNSET
    is_multiple: bool | Unset = UNSET
    is_product_sharing: bool | Unset = UNSET
    meta_thumbnail: str | Unset = UNSET
    partnership_sales_letter: str | Unset = UNSET
    public_name: str | Unset = UNSET
    rich_description: str | Unset = UNSET
    slug: str | Unset = UNSET
    taxonomy_id: int | Unset = UNSET
    variants: list[VariantsOfCreateRequestProduct] | Unset = UNSET

    _required = ("item_type", "name")
    _nested = {"variants": ["VariantsOfCreateRequestProduct"]}
    _rules = {
        "type": ["object"],
        "properties": {
            "description": {"type": ["string"]},
            "is_inventory": {"type": ["boolean"]},
            "is_multiple": {"type": ["boolean"]},
            "is_product_sharing": {"type": ["boolean"]},
            "item_type": {"type": ["string"], "enum": ["course", "digital", "license", "physical", "subscription"]},
            "meta_thumbnail": {"type": ["string"]},
            "name": {"type": ["string"]},
            "partnership_sales_letter": {"type": ["string"]},
            "public_name": {"type": ["string"]},
            "rich_description": {"type": ["string"]},
            "slug": {"type": ["string"]},
            "taxonomy_id": {"type": ["integer"]},
            "variants": {"type": ["array"], "items": {"$ref": "VariantsOfCreateRequestProduct"}},
        },
        "required": ["item_type", "name"],
    }
