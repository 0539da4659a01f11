from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .token_type_of_customer_auth_token_response_body import TokenTypeOfCustomerAuthTokenResponseBody


class CustomerAuthTokenResponseBody(Model):
    """`CustomerAuthTokenResponseBody` of the contract, as it is received."""

    access: str | None | Unset = UNSET
    expires_in: int | str | None | Unset = UNSET
    refresh: str | None | Unset = UNSET
    refresh_expires_in: int | str | None | Unset = UNSET
    token_type: TokenTypeOfCustomerAuthTokenResponseBody | str | None | Unset = UNSET
    store_unique_id: str | None | Unset = UNSET
