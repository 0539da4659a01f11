from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .business_of_product_list import BusinessOfProductList
    from .created_by_of_product_list import CreatedByOfProductList
    from .custom_domains_of_product_list import CustomDomainsOfProductList
    from .item_type_of_product_list import ItemTypeOfProductList
    from .labels_of_product_list import LabelsOfProductList
    from .last_updated_by_of_product_list import LastUpdatedByOfProductList
    from .product_partners_of_product_list import ProductPartnersOfProductList
    from .variants_of_product_list import VariantsOfProductList


class ProductList(Model):
    """`ProductList` of the contract, as it is received."""

    affiliate_commission_rate: str | None | Unset = UNSET
    affiliate_pro_commission_rate: str | None | Unset = UNSET
    business: BusinessOfProductList | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    created_by: CreatedByOfProductList | None | Unset = UNSET
    custom_domains: list[CustomDomainsOfProductList] | None | Unset = UNSET
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
    item_type: ItemTypeOfProductList | str | None | Unset = UNSET
    item_type_name: str | None | Unset = UNSET
    labels: list[LabelsOfProductList] | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    last_updated_by: LastUpdatedByOfProductList | None | Unset = UNSET
    name: str | None | Unset = UNSET
    option1_name: str | None | Unset = UNSET
    option2_name: str | None | Unset = UNSET
    option3_name: str | None | Unset = UNSET
    product_partners: list[ProductPartnersOfProductList] | None | Unset = UNSET
    uuid: str | None | Unset = UNSET
    variants: list[VariantsOfProductList] | None | Unset = UNSET

    _nested = {
        "business": "BusinessOfProductList",
        "created_by": "CreatedByOfProductList",
        "custom_domains": ["CustomDomainsOfProductList"],
        "labels": ["LabelsOfProductList"],
        "last_updated_by": "LastUpdatedByOfProductList",
        "product_partners": ["ProductPartnersOfProductList"],
        "variants": ["VariantsOfProductList"],
    }
