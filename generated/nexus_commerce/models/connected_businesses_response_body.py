from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .authenticated_connected_business import AuthenticatedConnectedBusiness


class ConnectedBusinessesResponseBody(Model):
    """`ConnectedBusinessesResponseBody` of the contract, as it is received."""

    data: list[AuthenticatedConnectedBusiness] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["AuthenticatedConnectedBusiness"]}
