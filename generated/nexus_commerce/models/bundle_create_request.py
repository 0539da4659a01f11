from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .bundle_price_options_of_bundle_create_request import BundlePriceOptionsOfBundleCreateRequest
    from .bundlelines_of_bundle_create_request import BundlelinesOfBundleCreateRequest


class BundleCreateRequest(Model):
    """`BundleCreateRequest` of the contract, only ever sent."""

    name: str
    public_name: str
    bundle_price_options: list[BundlePriceOptionsOfBundleCreateRequest] | Unset = UNSET
    bundlelines: list[BundlelinesOfBundleCreateRequest] | Unset = UNSET
    custom_id: str | Unset = UNSET
    description: str | Unset = UNSET
    images: list[str] | Unset = UNSET
    meta_thumbnail: str | Unset = UNSET
    rich_description: str | Unset = UNSET
    weight_bump: int | Unset = UNSET

    _required = ("name", "public_name")
    _nested = {
        "bundle_price_options": ["BundlePriceOptionsOfBundleCreateRequest"],
        "bundlelines": ["BundlelinesOfBundleCreateRequest"],
    }
    _rules = {
        "type": ["object"],
        "properties": {
            "bundle_price_options": {"type": ["array"], "items": {"$ref": "BundlePriceOptionsOfBundleCreateRequest"}},
            "bundlelines": {"type": ["array"], "items": {"$ref": "BundlelinesOfBundleCreateRequest"}},
            "custom_id": {"type": ["string"]},
            "description": {"type": ["string"]},
            "images": {"type": ["array"], "items": {"type": ["string"]}},
            "meta_thumbnail": {"type": ["string"]},
            "name": {"type": ["string"]},
            "public_name": {"type": ["string"]},
            "rich_description": {"type": ["string"]},
            "weight_bump": {"type": ["integer"]},
        },
        "required": ["name", "public_name"],
    }
