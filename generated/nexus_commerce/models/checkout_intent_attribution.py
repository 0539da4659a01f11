from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CheckoutIntentAttribution(Model):
    """`CheckoutIntentAttribution` of the contract, only ever sent."""

    ad_source: str | None | Unset = UNSET
    affiliate_code: str | None | Unset = UNSET
    fbc: str | None | Unset = UNSET
    fbp: str | None | Unset = UNSET
    gclid: str | None | Unset = UNSET
    kwai_clickid: str | None | Unset = UNSET
    ttclid: str | None | Unset = UNSET
    ttp: str | None | Unset = UNSET
    utm_campaign: str | None | Unset = UNSET
    utm_content: str | None | Unset = UNSET
    utm_medium: str | None | Unset = UNSET
    utm_source: str | None | Unset = UNSET
    utm_term: str | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "ad_source": {"type": ["string", "null"], "maxLength": 1000},
            "affiliate_code": {"type": ["string", "null"], "maxLength": 1000},
            "fbc": {"type": ["string", "null"], "maxLength": 1000},
            "fbp": {"type": ["string", "null"], "maxLength": 1000},
            "gclid": {"type": ["string", "null"], "maxLength": 1000},
            "kwai_clickid": {"type": ["string", "null"], "maxLength": 1000},
            "ttclid": {"type": ["string", "null"], "maxLength": 1000},
            "ttp": {"type": ["string", "null"], "maxLength": 1000},
            "utm_campaign": {"type": ["string", "null"], "maxLength": 1000},
            "utm_content": {"type": ["string", "null"], "maxLength": 1000},
            "utm_medium": {"type": ["string", "null"], "maxLength": 1000},
            "utm_source": {"type": ["string", "null"], "maxLength": 1000},
            "utm_term": {"type": ["string", "null"], "maxLength": 1000},
        },
        "additionalProperties": False,
    }
