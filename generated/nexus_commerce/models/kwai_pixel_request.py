from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_kwai_pixel_request import TypeOfKwaiPixelRequest


class KwaiPixelRequest(Model):
    """`KwaiPixelRequest` of the contract, only ever sent."""

    conversion_token: str | Unset = UNSET
    is_test_mode: bool | Unset = UNSET
    name: str | Unset = UNSET
    pixel_id: str | Unset = UNSET
    type_: TypeOfKwaiPixelRequest | Unset = renamed("type", default=UNSET)

    _rules = {
        "type": ["object"],
        "properties": {
            "conversion_token": {"type": ["string"]},
            "is_test_mode": {"type": ["boolean"]},
            "name": {"type": ["string"]},
            "pixel_id": {"type": ["string"]},
            "type": {"type": ["string"], "enum": ["client", "server"]},
        },
    }
