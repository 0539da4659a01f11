from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class AffiliateProLinksOfProductPartner(Model):
    """`AffiliateProLinksOfProductPartner` of the contract, as it is received."""

    checkout_url: str | None | Unset = UNSET
    domain: str | None | Unset = UNSET
    product_url: str | None | Unset = UNSET
