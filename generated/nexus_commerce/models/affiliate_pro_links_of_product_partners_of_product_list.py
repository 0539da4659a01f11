"""`AffiliateProLinksOfProductPartnersOfProductList` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class AffiliateProLinksOfProductPartnersOfProductList(Model):
    """`AffiliateProLinksOfProductPartnersOfProductList` of the contract, as it is received."""

    checkout_url: str | None | Unset = UNSET
    domain: str | None | Unset = UNSET
    product_url: str | None | Unset = UNSET
