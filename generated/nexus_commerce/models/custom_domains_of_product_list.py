from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CustomDomainsOfProductList(Model):
    """`CustomDomainsOfProductList` of the contract, as it is received."""

    business_id: int | str | None | Unset = UNSET
    full_url: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
