"""The signed-in customer's profile and addresses."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from nexus_commerce.api import customer_account as api
from nexus_commerce.types import UNSET, Unset

from ...arguments import Reads, changes, flag, given, phone, prose, secret, typed, whole
from ...errors import InvalidInput
from ...redact import hidden
from ...transport._async.listing import Group, Listing

if TYPE_CHECKING:
    from nexus_commerce import models


class Account(Group):
    """Profile, password and addresses of the customer. Needs a signed-in customer, else `NotSignedIn`.

    What is not given to an update, or is `UNSET` (`nexus_commerce.types`), stays as it is; None or an empty text
    clears, where the contract has a way to.
    """

    async def profile(self) -> models.CustomerProfileResponse:
        """The customer, and the store they belong to (getCustomerMe)."""
        return await self._call(api.get_customer_me.asyncio)

    async def update(
        self,
        *,
        name: str | Unset = UNSET,
        phone: str | Unset | None = UNSET,
        date_of_birth: date | str | Unset = UNSET,
        sex: str | Unset | None = UNSET,
        is_unsubscribe: bool | Unset = UNSET,
    ) -> models.CustomerProfileUpdateResponse:
        """Change the profile (updateCustomerMe).

        `date_of_birth` is a `date` or ISO 8601 text, e.g. `2000-01-31`; `sex` a text, of which the contract names no
        values. `phone` and `sex` can be cleared, which sends an empty text.
        """
        body = changes(
            {
                "name": name,
                "phone": phone,
                "date_of_birth": date_of_birth,
                "sex": sex,
                "is_unsubscribe": is_unsubscribe,
            },
            _PROFILE,
            cleared={"phone": "", "sex": ""},
        )
        return await self._call(api.update_customer_me.asyncio, body=body)

    async def set_password(self, password: str) -> models.CustomerPasswordUpdateResponse:
        """Set a new password (setCustomerPassword)."""
        password = hidden(password)
        return await self._call(api.set_customer_password.asyncio, body={"password": secret("password", password)})

    def addresses(self, *, page_size: int | None = None) -> Listing[models.CustomerAddress]:
        """The saved addresses (listCustomerMeAddresses)."""
        return self._listing(api.list_customer_me_addresses.asyncio, page_size)

    async def address(self, address_id: str | int) -> models.CustomerAddress:
        """One saved address (getCustomerMeAddress)."""
        return await self._of(api.get_customer_me_address.asyncio, "address_id", address_id)

    async def add_address(
        self,
        *,
        name: str,
        phone: str,
        address: str,
        location_id: int | str,
        postal_code: str | None = None,
        email: str | None = None,
        notes: str | None = None,
    ) -> models.CustomerAddress:
        """Save an address (createCustomerMeAddress). Never sent twice."""
        body = {
            "name": prose("name", name),
            "phone": _phone("phone", phone),
            "address": prose("address", address),
            "location_id": whole("location_id", location_id),
            **given({"postal_code": postal_code, "email": email, "notes": notes}, _ADDRESS),
        }
        return await self._call(api.create_customer_me_address.asyncio, body=body)

    async def update_address(
        self,
        address_id: str | int,
        *,
        name: str | Unset = UNSET,
        phone: str | Unset = UNSET,
        address: str | Unset = UNSET,
        location_id: int | str | Unset = UNSET,
        postal_code: str | Unset = UNSET,
        email: str | Unset = UNSET,
        notes: str | Unset | None = UNSET,
    ) -> models.CustomerAddress:
        """Change a saved address (updateCustomerMeAddress).

        `notes` can be cleared, which sends an empty text. An `email` cannot: the contract takes only a full one.
        """
        body = changes(
            {
                "name": name,
                "phone": phone,
                "address": address,
                "location_id": location_id,
                "postal_code": postal_code,
                "email": email,
                "notes": notes,
            },
            _ADDRESS,
            cleared={"notes": ""},
        )
        return await self._of(api.update_customer_me_address.asyncio, "address_id", address_id, body=body)

    async def remove_address(self, address_id: str | int) -> None:
        """Delete a saved address (deleteCustomerMeAddress)."""
        await self._of(api.delete_customer_me_address.asyncio, "address_id", address_id)


# The service names no limit for a phone number here.
_phone = partial(phone, limit=200)


def _day(name: str, value: object) -> str:
    with suppress(ValueError):
        value = date.fromisoformat(value) if isinstance(value, str) else value
    if not isinstance(value, date):
        raise InvalidInput(f"{name} must be a date or ISO 8601 text, as 2000-01-31")
    return value.isoformat()[:10]


_PROFILE: Reads = {"phone": _phone, "date_of_birth": _day, "is_unsubscribe": flag}
_ADDRESS: Reads = {"phone": _phone, "location_id": whole, "postal_code": typed, "email": typed}
