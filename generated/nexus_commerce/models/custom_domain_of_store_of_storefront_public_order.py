from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CustomDomainOfStoreOfStorefrontPublicOrder(Model):
    """`CustomDomainOfStoreOfStorefrontPublicOrder` of the contract, as it is received."""

    full_url: str | None | Unset = UNSET
