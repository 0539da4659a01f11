from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class MetaPixelRequest(Model):
    """`MetaPixelRequest` of the contract, only ever sent."""

    conversion_token: str | Unset = UNSET
    is_conversion_api: bool | Unset = UNSET
    name: str | Unset = UNSET
    pixel_id: str | Unset = UNSET
    test_event_code: str | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "conversion_token": {"type": ["string"]},
            "is_conversion_api": {"type": ["boolean"]},
            "name": {"type": ["string"]},
            "pixel_id": {"type": ["string"]},
            "test_event_code": {"type": ["string"]},
        },
    }
