from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class BusinessOfStorefrontPublicOrder(Model):
    """`BusinessOfStorefrontPublicOrder` of the contract, as it is received."""

    aff_code: str | None | Unset = UNSET
    contact_email: str | None | Unset = UNSET
    logo: str | None | Unset = UNSET
    username: str | None | Unset = UNSET
