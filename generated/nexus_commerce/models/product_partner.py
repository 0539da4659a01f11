from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .affiliate_pro_domains_of_product_partner import AffiliateProDomainsOfProductPartner
    from .affiliate_pro_links_of_product_partner import AffiliateProLinksOfProductPartner
    from .custom_domains_of_product_partner import CustomDomainsOfProductPartner
    from .partner_of_product_partner import PartnerOfProductPartner


class ProductPartner(Model):
    """`ProductPartner` of the contract, as it is received."""

    affiliate_pro_domains: list[AffiliateProDomainsOfProductPartner] | None | Unset = UNSET
    affiliate_pro_links: list[AffiliateProLinksOfProductPartner] | None | Unset = UNSET
    affiliate_status: str | None | Unset = UNSET
    approved_at: dt.datetime | str | None | Unset = date_time("approved_at", default=UNSET)
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    custom_domains: list[CustomDomainsOfProductPartner] | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    message_to_product_owner: str | None | Unset = UNSET
    partner: PartnerOfProductPartner | None | Unset = UNSET
    partnership_type: str | None | Unset = UNSET
    rejected_at: dt.datetime | str | None | Unset = date_time("rejected_at", default=UNSET)
    requested_at: dt.datetime | str | None | Unset = date_time("requested_at", default=UNSET)
    store_id: int | str | None | Unset = UNSET

    _nested = {
        "affiliate_pro_domains": ["AffiliateProDomainsOfProductPartner"],
        "affiliate_pro_links": ["AffiliateProLinksOfProductPartner"],
        "custom_domains": ["CustomDomainsOfProductPartner"],
        "partner": "PartnerOfProductPartner",
    }
