from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class VariantsOfCreateRequestProduct(Model):
    """`VariantsOfCreateRequestProduct` of the contract, only ever sent."""

    price: float
    weight: int
    cogs: float | Unset = UNSET
    description: str | Unset = UNSET
    images: list[str] | Unset = UNSET
    is_checked: bool | Unset = UNSET
    is_discussion_active: bool | Unset = UNSET
    is_email_notification_active: bool | Unset = UNSET
    is_file_enabled: bool | Unset = UNSET
    is_license_enabled: bool | Unset = UNSET
    is_lms_enabled: bool | Unset = UNSET
    metadata: dict[str, Any] | Unset = UNSET
    option1_value: str | Unset = UNSET
    option2_value: str | Unset = UNSET
    option3_value: str | Unset = UNSET
    reseller_price: float | Unset = UNSET
    rich_description: str | Unset = UNSET
    self_file_urls: list[str] | Unset = UNSET
    sku: str | Unset = UNSET

    _required = ("price", "weight")
    _rules = {
        "type": ["object"],
        "properties": {
            "cogs": {"type": ["number"]},
            "description": {"type": ["string"]},
            "images": {"type": ["array"], "items": {"type": ["string"]}},
            "is_checked": {"type": ["boolean"]},
            "is_discussion_active": {"type": ["boolean"]},
            "is_email_notification_active": {"type": ["boolean"]},
            "is_file_enabled": {"type": ["boolean"]},
            "is_license_enabled": {"type": ["boolean"]},
            "is_lms_enabled": {"type": ["boolean"]},
            "metadata": {"type": ["object"]},
            "option1_value": {"type": ["string"]},
            "option2_value": {"type": ["string"]},
            "option3_value": {"type": ["string"]},
            "price": {"type": ["number"]},
            "reseller_price": {"type": ["number"]},
            "rich_description": {"type": ["string"]},
            "self_file_urls": {"type": ["array"], "items": {"type": ["string"]}},
            "sku": {"type": ["string"]},
            "weight": {"type": ["integer"]},
        },
        "required": ["price", "weight"],
    }
