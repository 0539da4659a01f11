from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CustomDomainOfStoresOfProduct(Model):
    """`CustomDomainOfStoresOfProduct` of the contract, as it is received."""

    full_url: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_verified: bool | None | Unset = UNSET
