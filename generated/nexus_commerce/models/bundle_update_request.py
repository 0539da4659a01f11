from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .bundlelines_of_bundle_update_request import BundlelinesOfBundleUpdateRequest


class BundleUpdateRequest(Model):
    """`BundleUpdateRequest` of the contract, only ever sent."""

    bundlelines: list[BundlelinesOfBundleUpdateRequest] | Unset = UNSET
    custom_id: str | Unset = UNSET
    description: str | Unset = UNSET
    images: list[str] | Unset = UNSET
    meta_thumbnail: str | Unset = UNSET
    name: str | Unset = UNSET
    public_name: str | Unset = UNSET
    rich_description: str | Unset = UNSET
    weight_bump: int | Unset = UNSET

    _nested = {"bundlelines": ["BundlelinesOfBundleUpdateRequest"]}
    _rules = {
        "type": ["object"],
        "properties": {
            "bundlelines": {"type": ["array"], "items": {"$ref": "BundlelinesOfBundleUpdateRequest"}},
            "custom_id": {"type": ["string"]},
            "description": {"type": ["string"]},
            "images": {"type": ["array"], "items": {"type": ["string"]}},
            "meta_thumbnail": {"type": ["string"]},
            "name": {"type": ["string"]},
            "public_name": {"type": ["string"]},
            "rich_description": {"type": ["string"]},
            "weight_bump": {"type": ["integer"]},
        },
    }
