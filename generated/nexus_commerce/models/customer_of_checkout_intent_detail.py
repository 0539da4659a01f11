from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CustomerOfCheckoutIntentDetail(Model):
    """`CustomerOfCheckoutIntentDetail` of the contract, as it is received."""

    email: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    phone: str | None | Unset = UNSET
