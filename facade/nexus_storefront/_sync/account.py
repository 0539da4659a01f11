# Rendered from facade/nexus_storefront/_async/account.py by scripts/unasync.py; edit that file.
"""The signed-in customer's profile and addresses."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from .._read import identifier, search_text, something, texts, whole
from ..errors import InvalidInput
from ._paging import Listing

if TYPE_CHECKING:
    from nexus_commerce.models import (
        CustomerAddress,
        CustomerPasswordUpdateResponse,
        CustomerProfileResponse,
        CustomerProfileUpdateResponse,
    )

    from ._core import Core

__all__ = ["Account"]


class Account:
    """Profile, password and addresses of the customer. Needs a signed-in customer, else `NotSignedIn`."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def profile(self) -> CustomerProfileResponse:
        """The customer, and the store they belong to (getCustomerMe)."""
        from nexus_commerce.api.customer_account import get_customer_me

        core = self._core
        return core.call(get_customer_me.sync, core.store_id, client=core.api)

    def update(
        self,
        *,
        name: str | None = None,
        phone: str | None = None,
        date_of_birth: date | str | None = None,
        sex: str | None = None,
        is_unsubscribe: bool | None = None,
    ) -> CustomerProfileUpdateResponse:
        """Change the profile (updateCustomerMe); what is None stays as it is.

        `date_of_birth` is a `date` or ISO 8601 text, e.g. `2000-01-31`.
        """
        from nexus_commerce.api.customer_account import update_customer_me

        body = texts(2000, name=name, phone=phone, sex=sex)
        if date_of_birth is not None:
            body["date_of_birth"] = _day("date_of_birth", date_of_birth)
        if is_unsubscribe is not None:
            body["is_unsubscribe"] = is_unsubscribe
        core = self._core
        return core.call(update_customer_me.sync, core.store_id, client=core.api, body=something(body))

    def set_password(self, password: str) -> CustomerPasswordUpdateResponse:
        """Set a new password (setCustomerPassword)."""
        from nexus_commerce.api.customer_account import set_customer_password

        if not isinstance(password, str) or not 1 <= len(password) <= 1024:
            raise InvalidInput("password must be a text of 1 to 1024 characters")
        core = self._core
        return core.call(
            set_customer_password.sync, core.store_id, client=core.api, body={"password": password}
        )

    def addresses(self, *, page_size: int | None = None) -> Listing[CustomerAddress]:
        """The saved addresses (listCustomerMeAddresses)."""
        from nexus_commerce.api.customer_account import list_customer_me_addresses

        core = self._core

        def fetch(query: dict[str, Any]) -> object:
            return core.call(list_customer_me_addresses.sync, core.store_id, client=core.api, **query)

        return Listing(fetch, page_size)

    def address(self, address_id: str | int) -> CustomerAddress:
        """One saved address (getCustomerMeAddress)."""
        from nexus_commerce.api.customer_account import get_customer_me_address

        core = self._core
        return core.call(
            get_customer_me_address.sync, core.store_id, identifier("address_id", address_id), client=core.api
        )

    def add_address(
        self,
        *,
        name: str,
        phone: str,
        address: str,
        location_id: int | str,
        postal_code: str,
        email: str | None = None,
        notes: str | None = None,
    ) -> CustomerAddress:
        """Save an address (createCustomerMeAddress). Never sent twice."""
        from nexus_commerce.api.customer_account import create_customer_me_address

        required = {"name": name, "phone": phone, "address": address, "postal_code": postal_code}
        body: dict[str, Any] = {
            **{key: search_text(key, value, limit=2000) for key, value in required.items()},
            **texts(2000, email=email, notes=notes),
            "location_id": whole("location_id", location_id),
        }
        core = self._core
        return core.call(create_customer_me_address.sync, core.store_id, client=core.api, body=body)

    def update_address(
        self,
        address_id: str | int,
        *,
        name: str | None = None,
        phone: str | None = None,
        address: str | None = None,
        location_id: int | str | None = None,
        postal_code: str | None = None,
        email: str | None = None,
        notes: str | None = None,
    ) -> CustomerAddress:
        """Change a saved address (updateCustomerMeAddress); what is None stays as it is."""
        from nexus_commerce.api.customer_account import update_customer_me_address

        body = texts(2000, name=name, phone=phone, address=address, postal_code=postal_code, email=email, notes=notes)
        if location_id is not None:
            body["location_id"] = whole("location_id", location_id)
        core = self._core
        return core.call(
            update_customer_me_address.sync,
            core.store_id,
            identifier("address_id", address_id),
            client=core.api,
            body=something(body),
        )

    def remove_address(self, address_id: str | int) -> None:
        """Delete a saved address (deleteCustomerMeAddress)."""
        from nexus_commerce.api.customer_account import delete_customer_me_address

        core = self._core
        core.call(
            delete_customer_me_address.sync, core.store_id, identifier("address_id", address_id), client=core.api
        )


def _day(name: str, value: object) -> str:
    with suppress(ValueError):
        value = date.fromisoformat(value) if isinstance(value, str) else value
    if not isinstance(value, date):
        raise InvalidInput(f"{name} must be a date or ISO 8601 text, as 2000-01-31")
    return value.isoformat()[:10]
