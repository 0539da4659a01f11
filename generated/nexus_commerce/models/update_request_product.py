from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .item_type_of_update_request_product import ItemTypeOfUpdateRequestProduct


class UpdateRequestProduct(Model):
    """`UpdateRequestProduct` of the contract, only ever sent."""

    item_type: ItemTypeOfUpdateRequestProduct
    name: str
    description: str | Unset = UNSET
    is_inventory: bool | Unset = UNSET
    is_product_sharing: bool | Unset = UNSET
    meta_thumbnail: str | Unset = UNSET
    option1_name: str | None | Unset = UNSET
    option1_value: str | None | Unset = UNSET
    option2_name: str | None | Unset = UNSET
    option3_name: str | None | Unset = UNSET
    partnership_sales_letter: str | Unset = UNSET
    public_name: str | Unset = UNSET
    rich_description: str | Unset = UNSET
    slug: str | Unset = UNSET
    taxonomy_id: int | Unset = UNSET

    _required = ("item_type", "name")
    _rules = {
        "type": ["object"],
        "properties": {
            "description": {"type": ["string"]},
            "is_inventory": {"type": ["boolean"]},
            "is_product_sharing": {"type": ["boolean"]},
            "item_type": {"type": ["string"], "enum": ["course", "digital", "license", "physical", "subscription"]},
            "meta_thumbnail": {"type": ["string"]},
            "name": {"type": ["string"]},
            "option1_name": {"type": ["string", "null"]},
            "option1_value": {"type": ["string", "null"]},
            "option2_name": {"type": ["string", "null"]},
            "option3_name": {"type": ["string", "null"]},
            "partnership_sales_letter": {"type": ["string"]},
            "public_name": {"type": ["string"]},
            "rich_description": {"type": ["string"]},
            "slug": {"type": ["string"]},
            "taxonomy_id": {"type": ["integer"]},
        },
        "required": ["item_type", "name"],
    }
