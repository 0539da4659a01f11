from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .landing_page_display_request import LandingPageDisplayRequest


class LandingPageCreateRequest(Model):
    """`LandingPageCreateRequest` of the contract, only ever sent."""

    name: str
    page_display: LandingPageDisplayRequest
    slug: str
    is_published: bool | Unset = UNSET
    store_id: int | None | Unset = UNSET

    _required = ("name", "page_display", "slug")
    _nested = {"page_display": "LandingPageDisplayRequest"}
    _rules = {
        "type": ["object"],
        "properties": {
            "is_published": {"type": ["boolean"]},
            "name": {"type": ["string"]},
            "page_display": {"$ref": "LandingPageDisplayRequest"},
            "slug": {"type": ["string"]},
            "store_id": {"type": ["integer", "null"]},
        },
        "required": ["name", "page_display", "slug"],
        "additionalProperties": False,
    }
