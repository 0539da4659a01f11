from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class PageOfStorefrontPublicOrder(Model):
    """`PageOfStorefrontPublicOrder` of the contract, as it is received."""

    slug: str | None | Unset = UNSET
