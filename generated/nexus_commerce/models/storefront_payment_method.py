from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class StorefrontPaymentMethod(Model):
    """`StorefrontPaymentMethod` of the contract, as it is received."""

    code: str | None | Unset = UNSET
    enabled: bool | None | Unset = UNSET
    label: str | None | Unset = UNSET
    requires_redirect: bool | None | Unset = UNSET
    description: str | None | Unset = UNSET
    metadata: dict[str, Any] | None | Unset = UNSET

    _printed = "{label} ({code})"
