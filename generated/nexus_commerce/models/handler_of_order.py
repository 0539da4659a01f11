from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class HandlerOfOrder(Model):
    """`HandlerOfOrder` of the contract, as it is received."""

    aff_code: str | None | Unset = UNSET
    avatar: str | None | Unset = UNSET
    email: str | None | Unset = UNSET
    fullname: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    phone: str | None | Unset = UNSET
