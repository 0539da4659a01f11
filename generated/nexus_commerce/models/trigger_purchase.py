from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class TriggerPurchase(Model):
    """`TriggerPurchase` of the contract, as it is received."""

    kwai: dict[str, Any] | None | Unset = UNSET
    meta: dict[str, Any] | None | Unset = UNSET
    tiktok: dict[str, Any] | None | Unset = UNSET
