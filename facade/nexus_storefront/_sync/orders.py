# Rendered from facade/nexus_storefront/_async/orders.py by scripts/unasync.py; edit that file.
"""Orders: anyone's by its secret slug, a customer's own by sign-in."""

from __future__ import annotations

from collections.abc import Iterator, Callable
from datetime import datetime
from os import PathLike
from typing import IO, TYPE_CHECKING, Any

from .._read import identifier, search_text, whole
from ..errors import InvalidInput
from . import payments_wait, proof
from ._paging import Listing

if TYPE_CHECKING:
    from nexus_commerce.models import StorefrontCustomerFacingOrder, StorefrontPublicOrder

    from ..payments import PaymentInstructions, PaymentWait
    from ._core import Core

__all__ = ["Orders"]


class Orders:
    """Reading and completing orders. The secret slug is all the permission there is: treat it like a password."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def get(self, secret_slug: str) -> StorefrontPublicOrder:
        """An order by its secret slug (getStorefrontPublicOrder)."""
        from nexus_commerce.api.storefront import get_storefront_public_order

        core = self._core
        return core.call(
            get_storefront_public_order.sync,
            core.store_id,
            identifier("secret_slug", secret_slug),
            client=core.api,
        )

    def update(
        self,
        secret_slug: str,
        *,
        notes: str | None = None,
        transferproof_url: str | None = None,
        transfer_time: datetime | None = None,
        financial_entity_id: int | None = None,
        payment_account: str | None = None,
        payment_account_holder: str | None = None,
        payment_account_number: str | None = None,
    ) -> StorefrontPublicOrder:
        """Add what the buyer knows after ordering (updateStorefrontPublicOrder); what is None stays as it is."""
        from nexus_commerce.api.storefront import update_storefront_public_order

        if transfer_time is not None and transfer_time.tzinfo is None:
            raise InvalidInput("transfer_time must have a time zone")
        body: dict[str, Any] = {
            "notes": notes if notes is None else _prose("notes", notes),
            "transferproof_url": transferproof_url,
            "transfer_time": None if transfer_time is None else transfer_time.isoformat(),
            "financial_entity_id": (
                None if financial_entity_id is None else whole("financial_entity_id", financial_entity_id)
            ),
        }
        for name, value in (
            ("transferproof_url", transferproof_url),
            ("payment_account", payment_account),
            ("payment_account_holder", payment_account_holder),
            ("payment_account_number", payment_account_number),
        ):
            body[name] = None if value is None else search_text(name, value, limit=2048)
        body = {name: value for name, value in body.items() if value is not None}
        if not body:
            raise InvalidInput("nothing to update was given")
        core = self._core
        return core.call(
            update_storefront_public_order.sync,
            core.store_id,
            identifier("secret_slug", secret_slug),
            client=core.api,
            body=body,
        )

    def mine(self, *, page_size: int | None = None) -> Listing[StorefrontCustomerFacingOrder]:
        """The signed-in customer's orders (listCustomerOrders)."""
        from nexus_commerce.api.customer_orders import list_customer_orders

        core = self._core

        def fetch(query: dict[str, Any]) -> object:
            return core.call(list_customer_orders.sync, core.store_id, client=core.api, **query)

        return Listing(fetch, page_size)

    def get_mine(self, order_id: str | int) -> StorefrontCustomerFacingOrder:
        """One of the signed-in customer's orders by its id (getCustomerOrder)."""
        from nexus_commerce.api.customer_orders import get_customer_order

        core = self._core
        return core.call(
            get_customer_order.sync, core.store_id, identifier("order_id", order_id), client=core.api
        )

    def create_payment(self, secret_slug: str) -> StorefrontPublicOrder:
        """Have the order's payment made, or get the existing one again (createStorefrontPublicOrderPayment)."""
        return payments_wait.create_payment(self._core, secret_slug)

    def instructions(
        self, secret_slug: str, *, reads: int = 15, every: float = 1.5, stop: Callable[[], bool] | None = None
    ) -> PaymentInstructions:
        """What the buyer has to do to pay: made if needed, and waited for, at most `reads` reads `every` seconds apart.

        Gives `Pending` when they are not there by then, when `stop()` turns true, or when the order is closed.
        """
        return payments_wait.wait_for_instructions(self._core, secret_slug, reads=reads, every=every, stop=stop)

    def watch(
        self,
        secret_slug: str,
        *,
        within: float | None = None,
        every: float = 5.0,
        stop: Callable[[], bool] | None = None,
    ) -> Iterator[StorefrontPublicOrder]:
        """The order, read every `every` seconds until it is paid or closed, `within` seconds are over, or `stop()`
        turns true. What fails on the way is tried again at the next turn."""
        return payments_wait.watch(self._core, secret_slug, within=within, every=every, stop=stop)

    def wait_for_payment(
        self, secret_slug: str, *, within: float = 900.0, every: float = 5.0, stop: Callable[[], bool] | None = None
    ) -> PaymentWait:
        """Wait until the order is paid or can no longer be; at most `within` seconds, or until `stop()` turns true."""
        return payments_wait.wait_for_payment(self._core, secret_slug, within=within, every=every, stop=stop)

    def send_proof(
        self,
        secret_slug: str,
        picture: bytes | str | PathLike[str] | IO[bytes],
        *,
        filename: str | None = None,
        transfer_time: datetime | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> StorefrontPublicOrder:
        """Upload a JPEG, PNG or WebP picture of up to 10 MiB as the proof of a bank transfer, and give the order.

        `progress` is called with the bytes sent so far and all bytes. Calling again with the same picture goes on where
        it stopped. `InvalidInput` comes before anything is sent.
        """
        return proof.send_proof(
            self._core, secret_slug, picture, filename=filename, transfer_time=transfer_time, progress=progress
        )


def _prose(name: str, value: str) -> str:
    """Text that a person wrote, lines and all."""
    search_text(name, value.replace("\r", " ").replace("\n", " ").replace("\t", " "), limit=2000)
    return value
