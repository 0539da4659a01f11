from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CustomerOfStorefrontPublicOrder(Model):
    """`CustomerOfStorefrontPublicOrder` of the contract, as it is received."""

    email: str | None | Unset = UNSET
