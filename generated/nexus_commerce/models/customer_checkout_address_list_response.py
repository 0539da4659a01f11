from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .customer_address import CustomerAddress


class CustomerCheckoutAddressListResponse(Model):
    """`CustomerCheckoutAddressListResponse` of the contract, as it is received."""

    data: list[CustomerAddress] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["CustomerAddress"]}
