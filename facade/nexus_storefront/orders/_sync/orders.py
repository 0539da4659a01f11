# Rendered from facade/nexus_storefront/orders/_async/orders.py by scripts/unasync.py; edit that file.
"""Orders: anyone's by its secret slug, a customer's own by sign-in."""

from __future__ import annotations

from collections.abc import Iterator, Callable
from datetime import datetime
from functools import partial
from os import PathLike
from typing import IO, TYPE_CHECKING

from nexus_commerce.api import customer_orders, storefront as api
from nexus_commerce.types import UNSET, Unset

from ...arguments import Reads, changes, number, typed, whole, zoned
from ...errors import InvalidInput
from ...payments import PaymentInstructions, PaymentWait, payment_state
from ...payments.from_order import is_checked_by_hand
from ...transport._sync.listing import Group, Listing
from .transfer_proof import send_proof
from .waiting import OFTEN, PASSING, SELDOM, Wait, payment_instructions

if TYPE_CHECKING:
    from nexus_commerce import models


class Orders(Group):
    """Reading and completing orders. The secret slug is all the permission there is: treat it like a password."""

    def get(self, secret_slug: str) -> models.StorefrontPublicOrder:
        """An order by its secret slug (getStorefrontPublicOrder). Raises `NotFound` if there is none."""
        return self._of(api.get_storefront_public_order.sync, "secret_slug", secret_slug)

    def update(
        self,
        secret_slug: str,
        *,
        notes: str | Unset | None = UNSET,
        transferproof_url: str | Unset | None = UNSET,
        transfer_time: datetime | str | Unset | None = UNSET,
        financial_entity_id: int | str | Unset | None = UNSET,
        payment_account: str | Unset | None = UNSET,
        payment_account_holder: str | Unset | None = UNSET,
        payment_account_number: str | Unset | None = UNSET,
    ) -> models.StorefrontPublicOrder:
        """Add what the buyer knows after ordering (updateStorefrontPublicOrder).

        What is not given, or is `UNSET` (`nexus_commerce.types`), stays as it is; None or an empty text clears.
        `transfer_time` is a `datetime` or ISO 8601 text, with a time zone.
        """
        given = {
            "notes": notes,
            "transferproof_url": transferproof_url,
            "transfer_time": transfer_time,
            "financial_entity_id": financial_entity_id,
            "payment_account": payment_account,
            "payment_account_holder": payment_account_holder,
            "payment_account_number": payment_account_number,
        }
        body = changes(given, _READS, cleared=dict.fromkeys(given))
        return self._of(api.update_storefront_public_order.sync, "secret_slug", secret_slug, body=body)

    def mine(self, *, page_size: int | None = None) -> Listing[models.StorefrontCustomerFacingOrder]:
        """The signed-in customer's orders (listCustomerOrders), fetched page by page as they are read. Reading raises
        `NotSignedIn` if nobody is signed in."""
        return self._listing(customer_orders.list_customer_orders.sync, page_size)

    def get_mine(self, order_id: str | int) -> models.StorefrontCustomerFacingOrder:
        """One of the signed-in customer's orders by its id (getCustomerOrder). Raises `NotFound`, or `NotSignedIn`."""
        return self._of(customer_orders.get_customer_order.sync, "order_id", order_id)

    def create_payment(self, secret_slug: str) -> models.StorefrontPublicOrder:
        """Have the order's payment made, or get the existing one again (createStorefrontPublicOrderPayment). The order
        with its payment; its instructions may take a moment longer: see `instructions`."""
        return self._of(api.create_storefront_public_order_payment.sync, "secret_slug", secret_slug)

    def instructions(
        self,
        secret_slug: str,
        *,
        reads: int = 15,
        every: float = 1.5,
        within: float = 45.0,
        stop: Callable[[], bool] | None = None,
    ) -> PaymentInstructions:
        """How to pay the order. The payment is made if needed, and its instructions are waited for, with at most
        `reads` reads, `every` seconds apart, and `within` seconds (a read at the end may take one more).

        A read that fails on the way is made again, after the service's `Retry-After`; if there is no time for that and
        nothing was read, its error is raised. `Paid`, `Failed` and `Closed` say that there is nothing to pay any more.
        When the instructions do not come, gives the order's page as a `Redirect` for a method that is paid behind a
        link, else `Pending`, or `UnknownPayment` for a method that this version does not know. `Pending` also when
        `stop()` turns true, which is asked before anything is sent.
        """
        wait = Wait(self._core, secret_slug, number("within", within), every, stop)
        return payment_instructions(wait, whole("reads", reads, most=10_000))

    def watch(
        self,
        secret_slug: str,
        *,
        within: float | None = None,
        every: float | Unset = UNSET,
        stop: Callable[[], bool] | None = None,
    ) -> Iterator[models.StorefrontPublicOrder]:
        """The order, read every `every` seconds until it is paid or closed, `within` seconds are over (a read at the
        end may take one more), or `stop()` turns true, which is asked before anything is sent.

        Without `every`: 5 seconds, and 30 for a virtual account and OVO, which the service's own pages do not look for
        by themselves: give such a page a button that calls `get`.

        A read that fails on the way is made again, after the service's `Retry-After`; if there is no time for that, it
        ends, with the error if nothing was read yet. Without `within`, a first read that fails raises.
        """
        wait = Wait(self._core, secret_slug, within, OFTEN if every is UNSET else every, stop)
        if not wait.every:
            raise InvalidInput("every must be more than 0")
        order = wait.read()
        while order is not None:
            yield order
            pace = SELDOM if every is UNSET and is_checked_by_hand(order) else wait.every
            if payment_state(order) != "open" or not wait.pause(pace):
                return
            try:
                order = wait.read()
            except PASSING:
                return  # the time is over

    def wait_for_payment(
        self,
        secret_slug: str,
        *,
        within: float = 900.0,
        every: float | Unset = UNSET,
        stop: Callable[[], bool] | None = None,
    ) -> PaymentWait:
        """Wait until the order is paid or can no longer be, as `watch` does; the result has the order as read last."""
        from nexus_commerce.models import StorefrontPublicOrder

        latest = StorefrontPublicOrder.from_dict({})
        for order in self.watch(secret_slug, within=number("within", within), every=every, stop=stop):
            latest = order
        return PaymentWait(latest)

    def send_proof(
        self,
        secret_slug: str,
        picture: bytes | bytearray | memoryview | str | PathLike[str] | IO[bytes],
        *,
        filename: str | None = None,
        transfer_time: datetime | str | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> models.StorefrontPublicOrder:
        """Upload a JPEG, PNG or WebP picture of up to 10 MiB as the proof of a bank transfer, and give the order.

        What it is, is read from its content. `transfer_time` is a `datetime` or ISO 8601 text, with a time zone;
        `progress` is called with the bytes sent so far and all bytes; what it raises is logged. Calling again with the
        same picture goes on where it stopped: a finished upload is not repeated.
        """
        return send_proof(self._core, secret_slug, picture, filename, transfer_time, progress)


_READS: Reads = {
    "transferproof_url": partial(typed, limit=2048),
    "transfer_time": zoned,
    "financial_entity_id": whole,
}
