from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_snack_video_conversion_event_properties import StorefrontSnackVideoConversionEventProperties


class StorefrontSnackVideoConversionEvent(Model):
    """`StorefrontSnackVideoConversionEvent` of the contract, only ever sent."""

    event_name: str
    properties: StorefrontSnackVideoConversionEventProperties | Unset = UNSET

    _required = ("event_name",)
    _nested = {"properties": "StorefrontSnackVideoConversionEventProperties"}
    _rules = {
        "type": ["object"],
        "properties": {
            "event_name": {"type": ["string"]},
            "properties": {"$ref": "StorefrontSnackVideoConversionEventProperties"},
        },
        "required": ["event_name"],
        "additionalProperties": False,
    }
