from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .customer_profile import CustomerProfile
    from .customer_profile_store import CustomerProfileStore


class CustomerProfileUpdateResponse(Model):
    """`CustomerProfileUpdateResponse` of the contract, as it is received."""

    customer: CustomerProfile | None | Unset = UNSET
    is_generated_password_reset: bool | None | Unset = UNSET
    store: CustomerProfileStore | None | Unset = UNSET

    _nested = {"customer": "CustomerProfile", "store": "CustomerProfileStore"}
    _printed = "{customer}, of {store}"
