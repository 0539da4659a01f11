from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class AcceptBusinessInvitationRequest(Model):
    """`AcceptBusinessInvitationRequest` of the contract, only ever sent."""

    business_phone: str | None | Unset = UNSET

    _rules = {"type": ["object"], "properties": {"business_phone": {"type": ["string", "null"]}}}
