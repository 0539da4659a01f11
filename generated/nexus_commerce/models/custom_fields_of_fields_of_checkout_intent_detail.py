from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CustomFieldsOfFieldsOfCheckoutIntentDetail(Model):
    """`CustomFieldsOfFieldsOfCheckoutIntentDetail` of the contract, as it is received."""

    key: str | None | Unset = UNSET
    label: str | None | Unset = UNSET
    value: str | float | bool | None | Unset = UNSET
