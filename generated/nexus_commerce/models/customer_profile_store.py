from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CustomerProfileStore(Model):
    """`CustomerProfileStore` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    is_customer_otp_required: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET

    _printed = "{name}"
