from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontTiktokConversionUserData(Model):
    """`StorefrontTiktokConversionUserData` of the contract, only ever sent."""

    email: str | None | Unset = UNSET
    external_id: str | None | Unset = UNSET
    ip: str | None | Unset = UNSET
    phone: str | None | Unset = UNSET
    ttclid: str | None | Unset = UNSET
    ttp: str | None | Unset = UNSET
    user_agent: str | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "email": {"type": ["string", "null"]},
            "external_id": {"type": ["string", "null"]},
            "ip": {"type": ["string", "null"], "readOnly": True},
            "phone": {"type": ["string", "null"]},
            "ttclid": {"type": ["string", "null"]},
            "ttp": {"type": ["string", "null"]},
            "user_agent": {"type": ["string", "null"]},
        },
    }
