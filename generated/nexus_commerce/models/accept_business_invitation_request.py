"""`AcceptBusinessInvitationRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class AcceptBusinessInvitationRequest(Model):
    """`AcceptBusinessInvitationRequest` of the contract, only ever sent."""

    business_phone: str | None | Unset = UNSET

    _rules = {"type": ["object"], "properties": {"business_phone": {"type": ["string", "null"]}}}
