from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class SubscriptionVariantChangeRequest(Model):
    """`SubscriptionVariantChangeRequest` of the contract, as it is received."""

    variant_id: int | str | None | Unset = UNSET
