from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WaIntegrationOfManagingFollowUpChat(Model):
    """`WaIntegrationOfManagingFollowUpChat` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    phone_number: str | None | Unset = UNSET
    provider: str | None | Unset = UNSET
