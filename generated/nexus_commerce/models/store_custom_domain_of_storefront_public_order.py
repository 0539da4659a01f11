from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StoreCustomDomainOfStorefrontPublicOrder(Model):
    """`StoreCustomDomainOfStorefrontPublicOrder` of the contract, as it is received."""

    full_url: str | None | Unset = UNSET
