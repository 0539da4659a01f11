from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class OAuthBillingAction(Model):
    """`OAuthBillingAction` of the contract, as it is received."""

    action_key: str | None | Unset = UNSET
    capture_rule: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    endpoint_templates: list[str] | None | Unset = UNSET
    label: str | None | Unset = UNSET
    required_scopes: list[str] | None | Unset = UNSET
    reservation_required: bool | None | Unset = UNSET
