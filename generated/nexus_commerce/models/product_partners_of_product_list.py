from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .affiliate_pro_domains_of_product_partners_of_product_list import (
        AffiliateProDomainsOfProductPartnersOfProductList,
    )
    from .affiliate_pro_links_of_product_partners_of_product_list import AffiliateProLinksOfProductPartnersOfProductList
    from .custom_domains_of_product_partners_of_product_list import CustomDomainsOfProductPartnersOfProductList
    from .partner_of_product_partners_of_product_list import PartnerOfProductPartnersOfProductList


class ProductPartnersOfProductList(Model):
    """`ProductPartnersOfProductList` of the contract, as it is received."""

    affiliate_pro_domains: list[AffiliateProDomainsOfProductPartnersOfProductList] | None | Unset = UNSET
    affiliate_pro_links: list[AffiliateProLinksOfProductPartnersOfProductList] | None | Unset = UNSET
    affiliate_status: str | None | Unset = UNSET
    approved_at: dt.datetime | str | None | Unset = date_time("approved_at", default=UNSET)
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    custom_domains: list[CustomDomainsOfProductPartnersOfProductList] | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    message_to_product_owner: str | None | Unset = UNSET
    partner: PartnerOfProductPartnersOfProductList | None | Unset = UNSET
    partnership_type: str | None | Unset = UNSET
    rejected_at: dt.datetime | str | None | Unset = date_time("rejected_at", default=UNSET)
    requested_at: dt.datetime | str | None | Unset = date_time("requested_at", default=UNSET)
    store_id: int | str | None | Unset = UNSET

    _nested = {
        "affiliate_pro_domains": ["AffiliateProDomainsOfProductPartnersOfProductList"],
        "affiliate_pro_links": ["AffiliateProLinksOfProductPartnersOfProductList"],
        "custom_domains": ["CustomDomainsOfProductPartnersOfProductList"],
        "partner": "PartnerOfProductPartnersOfProductList",
    }
