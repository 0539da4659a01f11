from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class OrderOfCheckoutIntentDetail(Model):
    """`OrderOfCheckoutIntentDetail` of the contract, as it is received."""

    id: str | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    secret_slug: str | None | Unset = UNSET
