from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CustomFieldsOfCheckoutIntentFields(Model):
    """`CustomFieldsOfCheckoutIntentFields` of the contract, as it is received."""

    key: str | None | Unset = UNSET
    label: str | None | Unset = UNSET
    value: str | float | bool | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "key": {"type": ["string"], "minLength": 1, "maxLength": 200},
            "label": {"type": ["string"], "minLength": 1, "maxLength": 200},
            "value": {
                "oneOf": [{"type": ["string"], "maxLength": 2000}, {"type": ["number"]}, {"type": ["boolean"]}],
                "nullable": True,
            },
        },
        "required": ["key", "label"],
        "additionalProperties": False,
    }
