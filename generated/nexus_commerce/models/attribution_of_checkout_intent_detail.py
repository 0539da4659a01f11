from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class AttributionOfCheckoutIntentDetail(Model):
    """`AttributionOfCheckoutIntentDetail` of the contract, as it is received."""

    ad_source: str | None | Unset = UNSET
    affiliate_code: str | None | Unset = UNSET
    utm_campaign: str | None | Unset = UNSET
    utm_content: str | None | Unset = UNSET
    utm_medium: str | None | Unset = UNSET
    utm_source: str | None | Unset = UNSET
    utm_term: str | None | Unset = UNSET
