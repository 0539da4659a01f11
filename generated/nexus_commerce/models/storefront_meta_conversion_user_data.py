from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontMetaConversionUserData(Model):
    """`StorefrontMetaConversionUserData` of the contract, only ever sent."""

    client_ip_address: str | None | Unset = UNSET
    client_user_agent: str | None | Unset = UNSET
    country: str | None | Unset = UNSET
    ct: str | None | Unset = UNSET
    em: str | None | Unset = UNSET
    external_id: str | None | Unset = UNSET
    fbc: str | None | Unset = UNSET
    fbp: str | None | Unset = UNSET
    fn: str | None | Unset = UNSET
    ln: str | None | Unset = UNSET
    location_id: int | None | Unset = UNSET
    ph: str | None | Unset = UNSET
    st: str | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "client_ip_address": {"type": ["string", "null"], "readOnly": True},
            "client_user_agent": {"type": ["string", "null"], "readOnly": True},
            "country": {"type": ["string", "null"]},
            "ct": {"type": ["string", "null"]},
            "em": {"type": ["string", "null"]},
            "external_id": {"type": ["string", "null"]},
            "fbc": {"type": ["string", "null"]},
            "fbp": {"type": ["string", "null"]},
            "fn": {"type": ["string", "null"]},
            "ln": {"type": ["string", "null"]},
            "location_id": {"type": ["integer", "null"]},
            "ph": {"type": ["string", "null"]},
            "st": {"type": ["string", "null"]},
        },
    }
