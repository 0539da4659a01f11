from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .business_of_product import BusinessOfProduct
    from .created_by_of_product import CreatedByOfProduct
    from .item_type_of_product import ItemTypeOfProduct
    from .labels_of_product import LabelsOfProduct
    from .last_updated_by_of_product import LastUpdatedByOfProduct
    from .product_birdsend_sequences_of_product import ProductBirdsendSequencesOfProduct
    from .product_mailketing_lists_of_product import ProductMailketingListsOfProduct
    from .stores_of_product import StoresOfProduct
    from .taxonomy_of_product import TaxonomyOfProduct
    from .variants_of_product import VariantsOfProduct
    from .warehouses_of_product import WarehousesOfProduct


class Product(Model):
    """`Product` of the contract, as it is received."""

    affiliate_commission_rate: str | None | Unset = UNSET
    affiliate_pro_commission_rate: str | None | Unset = UNSET
    business: BusinessOfProduct | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    created_by: CreatedByOfProduct | None | Unset = UNSET
    description: str | None | Unset = UNSET
    display: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    is_affiliate_auto_accept: bool | None | Unset = UNSET
    is_affiliate_enabled: bool | None | Unset = UNSET
    is_affiliate_pro_enabled: bool | None | Unset = UNSET
    is_inventory: bool | None | Unset = UNSET
    is_multiple: bool | None | Unset = UNSET
    is_product_sharing: bool | None | Unset = UNSET
    item_type: ItemTypeOfProduct | str | None | Unset = UNSET
    item_type_name: str | None | Unset = UNSET
    labels: list[LabelsOfProduct] | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    last_updated_by: LastUpdatedByOfProduct | None | Unset = UNSET
    meta_thumbnail: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    option1_name: str | None | Unset = UNSET
    option2_name: str | None | Unset = UNSET
    option3_name: str | None | Unset = UNSET
    partnership_sales_letter: str | None | Unset = UNSET
    product_birdsend_sequences: list[ProductBirdsendSequencesOfProduct] | None | Unset = UNSET
    product_mailketing_lists: list[ProductMailketingListsOfProduct] | None | Unset = UNSET
    public_name: str | None | Unset = UNSET
    rich_description: str | None | Unset = UNSET
    slug: str | None | Unset = UNSET
    stores: list[StoresOfProduct] | None | Unset = UNSET
    taxonomy: TaxonomyOfProduct | None | Unset = UNSET
    uuid: str | None | Unset = UNSET
    variants: list[VariantsOfProduct] | None | Unset = UNSET
    variants_count: int | str | None | Unset = UNSET
    warehouses: list[WarehousesOfProduct] | None | Unset = UNSET

    _nested = {
        "business": "BusinessOfProduct",
        "created_by": "CreatedByOfProduct",
        "labels": ["LabelsOfProduct"],
        "last_updated_by": "LastUpdatedByOfProduct",
        "product_birdsend_sequences": ["ProductBirdsendSequencesOfProduct"],
        "product_mailketing_lists": ["ProductMailketingListsOfProduct"],
        "stores": ["StoresOfProduct"],
        "taxonomy": "TaxonomyOfProduct",
        "variants": ["VariantsOfProduct"],
        "warehouses": ["WarehousesOfProduct"],
    }
