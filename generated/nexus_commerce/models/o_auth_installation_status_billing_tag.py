from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class OAuthInstallationStatusBillingTag(Model):
    """`OAuthInstallationStatusBillingTag` of the contract, as it is received."""

    action_key: str | None | Unset = UNSET
    billing_tag_id: str | None | Unset = UNSET
    currency: str | None | Unset = UNSET
    label: str | None | Unset = UNSET
    price: int | str | None | Unset = UNSET
    tag_code: str | None | Unset = UNSET
