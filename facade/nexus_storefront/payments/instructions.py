"""One type per kind of payment. `repr` shows no account, number, holder, phone or link; `print` shows what one pays
with, and no person and no link either."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Literal

import attrs

from ..money import Money
from .qr_code import QrCode

Device = Literal["mobile", "desktop"]


@attrs.frozen(kw_only=True)
class PaymentInstructions:
    """The fields that every kind has."""

    kind: ClassVar[str]
    """Which kind it is, the same in every version."""
    _hint: ClassVar[str]

    def __init_subclass__(cls, kind: str = "", hint: str = "") -> None:
        if kind:  # attrs makes a class again, with what it has by then
            cls.kind, cls._hint = kind, hint

    method: str
    """The method's code as the order has it, e.g. `va_bca`; empty if the order has none."""
    label: str
    """The method's name for a reader, e.g. `BCA virtual account`."""
    amount: Money
    """The amount to pay; for a paid order, its total."""
    expires_at: datetime | None = None
    """Until when it can be paid; None if it is not said."""
    hosted_url: str | None = attrs.field(default=None, repr=False)
    """The order's `payment_url`, which the contract calls deprecated: to read, and never where a shopper is sent."""
    order_url: str | None = attrs.field(default=None, repr=False)
    """The order's own page at the service (`public_order_url`): where nothing better can be shown."""
    raw: Mapping[str, object] = attrs.field(factory=dict, repr=False, eq=False)
    """`pg_payment_info` as sent."""

    def __str__(self) -> str:
        until = f" until {self.expires_at:%Y-%m-%d %H:%M %Z}" if self.expires_at else ""
        how = self._how()
        return f"{self.label}: {self.amount}{until}" + (f", {how}" if how else "")

    def _how(self) -> str:
        """How to pay, in a few words."""
        return self._hint.format(self)


@attrs.frozen(kw_only=True)
class BankAccount:
    """An account to transfer to."""

    bank: str | None
    """The bank's name."""
    number: str | None = attrs.field(repr=False)
    """The account's number."""
    holder: str | None = attrs.field(repr=False)
    """In whose name it is."""

    def __str__(self) -> str:
        return f"{self.bank or 'account'} {self.number or '?'}"


@attrs.frozen(kw_only=True)
class BankTransfer(PaymentInstructions, kind="bank_transfer"):
    """Transfer `amount` to one of `accounts` by hand, then upload a proof."""

    accounts: tuple[BankAccount, ...]
    """The accounts the store takes transfers on; the one chosen for the order alone, if one is."""
    proof_url: str | None = attrs.field(default=None, repr=False)
    """The proof that was sent already."""
    transferred_at: datetime | None = None
    """When the buyer says to have transferred."""

    def _how(self) -> str:
        return "to " + " or ".join(map(str, self.accounts)) if self.accounts else ""


@attrs.frozen(kw_only=True)
class VirtualAccount(PaymentInstructions, kind="virtual_account", hint="to {0.number}"):
    """Pay to an account number made for this order."""

    bank: str
    """The bank's name."""
    number: str = attrs.field(repr=False)
    """The account number to pay to."""
    holder: str | None = attrs.field(repr=False)
    """In whose name it is."""


@attrs.frozen(kw_only=True)
class Qris(PaymentInstructions, kind="qris", hint="QR: .qr.terminal()"):
    """Scan a QR code with any bank's or wallet's app."""

    qr: QrCode
    """The code to scan."""


@attrs.frozen(kw_only=True)
class WalletAction:
    """A way into a wallet."""

    url: str = attrs.field(repr=False)
    """The address to open, or to draw as a QR code."""
    url_type: str
    """`WEB`, `MOBILE` or `DEEPLINK`; upper case, empty if none was sent."""


@attrs.frozen
class Choice:
    """What to show on one device: a button that opens `text`, or a QR code of it."""

    show: Literal["button", "qr"]
    """Whether it is a button or a QR code."""
    text: str = attrs.field(repr=False)
    """The address that the button opens, or the text of the code."""

    def __str__(self) -> str:
        return "a button that opens .text" if self.show == "button" else f"{self.qr}".replace(" .", " .qr.")

    @property
    def qr(self) -> QrCode:
        """`text` as a QR code."""
        return QrCode(self.text)


@attrs.frozen(kw_only=True)
class Wallet(PaymentInstructions, kind="wallet", hint='button or QR: .choose("mobile"), .choose("desktop")'):
    """Pay in a wallet's app or on its site."""

    actions: tuple[WalletAction, ...]
    """The ways that a shopper's device can open; none that is for a server to call."""
    qr_string: str | None = attrs.field(default=None, repr=False)
    """A code of the wallet to scan, if it has one."""

    def choose(self, device: Device) -> Choice | None:
        """A button on a mobile device (WEB or DEEPLINK), a QR code on a desktop (MOBILE or DEEPLINK).

        Where there is none of these: what else can be opened, then the order's page. None if there is nothing at all.
        """
        if device == "desktop" and self.qr_string is not None:
            return Choice("qr", self.qr_string)
        by_type = {action.url_type: action.url for action in reversed(self.actions)}
        for url_type in ("WEB", "DEEPLINK", "MOBILE") if device == "mobile" else ("MOBILE", "DEEPLINK"):
            if url_type in by_type:
                return Choice("button" if device == "mobile" else "qr", by_type[url_type])
        # Only a web page, on a desktop; a new type; or only a code, on the phone that would have to scan it.
        link = by_type.get("WEB") or next(iter(by_type.values()), None) or self.order_url
        if link is None:
            return None if self.qr_string is None else Choice("qr", self.qr_string)
        return Choice("button", link)


@attrs.frozen(kw_only=True)
class Ovo(PaymentInstructions, kind="ovo", hint="confirm in the OVO app"):
    """Confirm in the OVO app on the buyer's phone."""

    phone: str | None = attrs.field(repr=False)
    """On which phone it is confirmed."""


@attrs.frozen(kw_only=True)
class Redirect(PaymentInstructions, kind="redirect", hint="go on at .url"):
    """Go on at `url`."""

    url: str = attrs.field(repr=False)
    """Where to send the shopper."""


@attrs.frozen(kw_only=True)
class RetailCode(PaymentInstructions, kind="retail_code", hint="code {0.code}"):
    """Say `code` at a shop's counter."""

    code: str = attrs.field(repr=False)
    """The code to say at the counter."""
    holder: str | None = attrs.field(repr=False)
    """In whose name it is."""


# The classes below add no field, so attrs need not generate anything for them.


class Cod(PaymentInstructions, kind="cod"):
    """Pay on delivery: nothing to do now, no countdown."""


class Paid(PaymentInstructions, kind="paid", hint="paid"):
    """Nothing to do any more: the order is paid, by whatever method."""


class Failed(PaymentInstructions, kind="failed", hint="the payment failed"):
    """The payment failed: what came in does not fit the order (`conflict`). A person has to look; pay nothing more."""


class Closed(PaymentInstructions, kind="closed", hint="can no longer be paid"):
    """The order is canceled or expired: it can no longer be paid, whatever instructions it still holds."""


class Pending(PaymentInstructions, kind="pending", hint="no instructions yet: orders.instructions(secret_slug)"):
    """A payment of an open order whose instructions are not there yet: have them made with `orders.instructions()`."""


class UnknownPayment(PaymentInstructions, kind="unknown"):
    """A method this version does not know and nothing in its data that it could show. `order_url` may help."""
