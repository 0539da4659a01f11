from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .o_auth_billing_action import OAuthBillingAction


class OAuthBillingActionCollectionResponseBody(Model):
    """`OAuthBillingActionCollectionResponseBody` of the contract, as it is received."""

    data: list[OAuthBillingAction] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["OAuthBillingAction"]}
