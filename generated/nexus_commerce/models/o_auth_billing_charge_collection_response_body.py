from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .o_auth_billing_charge import OAuthBillingCharge


class OAuthBillingChargeCollectionResponseBody(Model):
    """`OAuthBillingChargeCollectionResponseBody` of the contract, as it is received."""

    data: list[OAuthBillingCharge] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET
    has_next: bool | None | Unset = UNSET
    has_previous: bool | None | Unset = UNSET
    next_cursor: str | None | Unset = UNSET
    page_size: int | str | None | Unset = UNSET
    previous_cursor: str | None | Unset = UNSET

    _nested = {"data": ["OAuthBillingCharge"]}
