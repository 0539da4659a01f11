"""What a shopper has to do to pay an order: one type per kind of payment, read from any form the service has used.

`read_payment(order)` never raises on what an order holds: a method it does not know still gives something to show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypedDict
from urllib.parse import urlsplit

import attrs

from ._read import boolean, field, items_of, moment, text
from .errors import MissingExtra
from .money import Money

if TYPE_CHECKING:
    import segno
    from nexus_commerce.models import StorefrontPublicOrder

__all__ = [
    "BankAccount",
    "BankTransfer",
    "Choice",
    "Closed",
    "Cod",
    "Ovo",
    "Paid",
    "PaymentInstructions",
    "PaymentState",
    "PaymentWait",
    "Pending",
    "QrCode",
    "Qris",
    "Redirect",
    "RetailCode",
    "UnknownPayment",
    "VirtualAccount",
    "Wallet",
    "WalletAction",
    "next_page",
    "payment_state",
    "read_payment",
]

Device = Literal["mobile", "desktop"]
PaymentState = Literal["open", "paid", "closed"]


@attrs.frozen
class QrCode:
    """A text to be scanned. Drawing needs the `[qr]` extra."""

    text: str = attrs.field(repr=False)

    def png(self, *, scale: int = 8, border: int = 4) -> bytes:
        """A PNG image; `scale` is the size of a module in pixels."""
        return self._draw("png", scale=scale, border=border)

    def svg(self, *, scale: int = 8, border: int = 4) -> str:
        """An SVG document."""
        return self._draw("svg", scale=scale, border=border).decode()

    def terminal(self, *, border: int = 2) -> str:
        """Lines of half blocks in fixed ANSI colours, so that it reads on dark and on light terminals."""
        from io import StringIO

        out = StringIO()
        self._code().terminal(out, border=border, compact=True)
        return "".join(f"\x1b[97;40m{line}\x1b[0m\n" for line in out.getvalue().splitlines())

    def _draw(self, kind: str, *, scale: int, border: int) -> bytes:
        from io import BytesIO

        out = BytesIO()
        # A quiet zone that is not painted disappears on dark pages.
        self._code().save(out, kind=kind, scale=scale, border=border, light="#fff")
        return out.getvalue()

    def _code(self) -> segno.QRCode:
        try:
            import segno
        except ImportError as error:
            raise MissingExtra('drawing a QR code needs: pip install "nexus-storefront[qr]"') from error
        return segno.make_qr(self.text, error="m")


@attrs.frozen(kw_only=True)
class PaymentInstructions:
    """What is the same for every kind. `repr` shows no account, number, holder, phone or link."""

    kind: ClassVar[str]

    method: str
    """The method's code as the order has it, e.g. `va_bca`; empty if the order has none."""
    label: str
    """The method's name for a reader, e.g. `BCA virtual account`."""
    amount: Money
    """What has to be paid; of a paid order, what it came to."""
    expires_at: datetime | None = None
    hosted_url: str | None = attrs.field(default=None, repr=False)
    """The service's own payment page (`payment_url`; deprecated in the contract): a last resort to show."""
    raw: Mapping[str, object] = attrs.field(factory=dict, repr=False, eq=False)
    """`pg_payment_info` as sent."""


@attrs.frozen(kw_only=True)
class BankAccount:
    bank: str | None
    number: str | None = attrs.field(repr=False)
    holder: str | None = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class BankTransfer(PaymentInstructions):
    """Transfer `amount` to one of `accounts` by hand, then upload a proof."""

    kind: ClassVar[str] = "bank_transfer"
    accounts: tuple[BankAccount, ...]
    """The accounts the store takes transfers on; the one chosen for the order alone, if one is."""
    proof_url: str | None = attrs.field(default=None, repr=False)
    """The proof that was sent already."""
    transferred_at: datetime | None = None


@attrs.frozen(kw_only=True)
class VirtualAccount(PaymentInstructions):
    """Pay to an account number made for this order."""

    kind: ClassVar[str] = "virtual_account"
    bank: str
    number: str = attrs.field(repr=False)
    holder: str | None = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Qris(PaymentInstructions):
    """Scan a QR code with any bank's or wallet's app."""

    kind: ClassVar[str] = "qris"
    qr: QrCode


@attrs.frozen(kw_only=True)
class WalletAction:
    url: str = attrs.field(repr=False)
    url_type: str
    """`WEB`, `MOBILE` or `DEEPLINK`; upper case, empty if none was sent."""


@attrs.frozen
class Choice:
    """What to show on one device: a button that opens `text`, or a QR code of it."""

    show: Literal["button", "qr"]
    text: str = attrs.field(repr=False)

    @property
    def qr(self) -> QrCode:
        return QrCode(self.text)


@attrs.frozen(kw_only=True)
class Wallet(PaymentInstructions):
    """Pay in a wallet's app or on its site."""

    kind: ClassVar[str] = "wallet"
    actions: tuple[WalletAction, ...]
    qr_string: str | None = attrs.field(default=None, repr=False)

    def choose(self, device: Device) -> Choice | None:
        """A button on a mobile device (WEB or DEEPLINK), a QR code on a desktop (MOBILE or DEEPLINK)."""
        if device == "desktop" and self.qr_string is not None:
            return Choice("qr", self.qr_string)
        by_type = {action.url_type: action.url for action in reversed(self.actions)}
        for url_type in ("WEB", "DEEPLINK", "MOBILE") if device == "mobile" else ("MOBILE", "DEEPLINK"):
            if url_type in by_type:
                return Choice("button" if device == "mobile" else "qr", by_type[url_type])
        # A type that is new, or a web page alone on a desktop: opened as a link.
        return Choice("button", self.actions[0].url) if self.actions else None


@attrs.frozen(kw_only=True)
class Ovo(PaymentInstructions):
    """Confirm in the OVO app on the buyer's phone."""

    kind: ClassVar[str] = "ovo"
    phone: str | None = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Redirect(PaymentInstructions):
    """Go on at `url`."""

    kind: ClassVar[str] = "redirect"
    url: str = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class RetailCode(PaymentInstructions):
    """Say `code` at a shop's counter."""

    kind: ClassVar[str] = "retail_code"
    code: str = attrs.field(repr=False)
    holder: str | None = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Cod(PaymentInstructions):
    """Pay on delivery: nothing to do now, no countdown."""

    kind: ClassVar[str] = "cod"


@attrs.frozen(kw_only=True)
class Paid(PaymentInstructions):
    """Nothing to do any more: the order is paid, by whatever method."""

    kind: ClassVar[str] = "paid"


@attrs.frozen(kw_only=True)
class Closed(PaymentInstructions):
    """The order is canceled or expired: it can no longer be paid, whatever instructions it still holds."""

    kind: ClassVar[str] = "closed"


@attrs.frozen(kw_only=True)
class Pending(PaymentInstructions):
    """A payment of an open order whose instructions are not there yet: have them made with `orders.instructions()`."""

    kind: ClassVar[str] = "pending"


@attrs.frozen(kw_only=True)
class UnknownPayment(PaymentInstructions):
    """A method this version does not know and nothing in its data that it could show. `hosted_url` may help."""

    kind: ClassVar[str] = "unknown"


_BANKS = {
    "artha_graha": "Artha Graha",
    "artajasa": "Artajasa",
    "danamon": "Danamon",
    "mandiri": "Mandiri",
    "maybank": "Maybank",
    "muamalat": "Muamalat",
    "permata": "Permata",
    "sahabat_sampoerna": "Sahabat Sampoerna",
    "bjb": "bank bjb",
    "cimb": "CIMB Niaga",
}
_WALLETS = {"gopay": "GoPay", "dana": "DANA", "linkaja": "LinkAja", "shopeepay": "ShopeePay"}
_REDIRECTS = {"card": "Card", "invoice": "Invoice", "payment_link": "Payment link"}
_RETAIL = {"alfamart": "Alfamart", "indomaret": "Indomaret"}
# Methods of the older form, whose second field names the bank, wallet or shop.
_GENERIC = {
    "va": "va_",
    "virtual_account": "va_",
    "ewallet": "",
    "e_wallet": "",
    "retail": "",
    "over_the_counter": "",
}
# A link with one of these would run inside the page that renders it.
_ACTIVE_SCHEMES = frozenset({"javascript", "data", "vbscript", "file", "blob", "about"})


def read_payment(order: object) -> PaymentInstructions:
    """The payment instructions of an order: public, customer-facing, or a mapping of the same fields.

    `Paid` or `Closed` if there is nothing left to pay; else the method decides the kind. A method that is unknown is
    judged by what its `pg_payment_info` holds.
    """
    found, state = _Reader(order).read(), payment_state(order)
    if state == "open":
        return found
    return (Paid if state == "paid" else Closed)(**_common(found))


def last_resort(found: PaymentInstructions) -> PaymentInstructions:
    """The hosted page in place of instructions that did not come, if there is one."""
    if found.hosted_url is None:
        return found
    return Redirect(**_common(found), url=found.hosted_url)


def _common(found: PaymentInstructions) -> dict[str, Any]:
    """What all kinds have."""
    return {field.name: getattr(found, field.name) for field in attrs.fields(PaymentInstructions)}


def payment_state(order: object) -> PaymentState:
    """`paid` when the order is paid or settled, `closed` when it can no longer be paid, else `open`."""
    if _code(field(order, "payment_status")) in ("paid", "settled") or field(order, "paid_time") is not None:
        return "paid"
    return "closed" if _code(field(order, "status")) in ("canceled", "cancelled", "closed", "expired") else "open"


@attrs.frozen
class PaymentWait:
    """How a wait for a payment ended."""

    order: StorefrontPublicOrder = attrs.field(repr=False)
    """As it was read last; nothing is in it if the wait was stopped before it was read."""

    @property
    def state(self) -> PaymentState:
        """`paid`, `closed` (canceled or expired), or still `open` when the time was over."""
        return payment_state(self.order)

    @property
    def paid(self) -> bool:
        return self.state == "paid"

    @property
    def instructions(self) -> PaymentInstructions:
        return read_payment(self.order)


def next_page(order: object) -> str | None:
    """The page to send the shopper to after checkout, as the service returned it: `redirect_url`, else
    `public_order_url`."""
    return _link(field(order, "redirect_url")) or _link(field(order, "public_order_url"))


class _Common(TypedDict):
    method: str
    label: str
    amount: Money
    expires_at: datetime | None
    hosted_url: str | None
    raw: Mapping[str, object]


class _Reader:
    def __init__(self, order: object) -> None:
        self.order = order
        self.info = _mapping(field(order, "pg_payment_info"))
        self.method = text(field(order, "payment_method")) or ""
        self.code = self._canonical()

    def read(self) -> PaymentInstructions:
        code = self.code
        if code == "cod":
            return Cod(method=self.method, label="Cash on delivery", amount=self._amount())
        if code == "bank_transfer":
            return self._bank_transfer()
        if code == "ovo":
            # Before the payment is made, no notice has gone to the phone.
            return Ovo(**self._common("OVO"), phone=self._phone()) if self.info else self._pending("OVO")
        if code == "qris":
            return self._qris("QRIS") or self._pending("QRIS")
        if code in _WALLETS:
            return self._wallet(_WALLETS[code]) or self._pending(_WALLETS[code])
        if code in _RETAIL:
            return self._retail(_RETAIL[code]) or self._pending(_RETAIL[code])
        if code in _REDIRECTS:
            return self._redirect(_REDIRECTS[code]) or self._pending(_REDIRECTS[code])
        if code.startswith("va_") or code == "va":
            bank = self._bank()
            label = f"{bank} virtual account" if bank else "Virtual account"
            return self._virtual_account(label, bank) or self._pending(label)
        label = self.method.replace("_", " ").strip().capitalize() or "Payment"
        return (
            self._qris(label)
            or self._virtual_account(label, label)
            or self._retail(label)
            or (self._wallet(label) if self.info.get("actions") else None)
            or self._redirect(label)
            or UnknownPayment(**self._common(label))
        )

    def _canonical(self) -> str:
        code, sub = _code(self.method), _code(field(self.order, "sub_payment_method")).removeprefix("id_")
        if code not in _GENERIC:
            return code
        prefix = _GENERIC[code]
        if not sub:
            return "va" if prefix else code
        return sub if not prefix or sub.startswith("va_") else prefix + sub

    def _amount(self) -> Money:
        return Money.of(field(self.order, "gross_revenue"))

    def _common(self, label: str) -> _Common:
        return {
            "method": self.method,
            "label": label,
            "amount": self._amount(),
            "expires_at": moment(field(self.order, "payment_expiration_at")),
            "hosted_url": _link(field(self.order, "payment_url")),
            "raw": self.info,
        }

    def _bank_transfer(self) -> BankTransfer:
        number = text(field(self.order, "payment_account_number"))
        accounts = tuple(
            BankAccount(
                bank=text(field(field(account, "financial_entity"), "name"))
                or text(field(field(account, "financial_entity"), "code")),
                number=text(field(account, "account_number")),
                holder=text(field(account, "account_holder")),
            )
            for account in items_of(field(field(self.order, "store"), "payment_accounts"))
            if _code(field(account, "method")) == "bank_transfer" and boolean(field(account, "is_active")) is not False
        )
        if number:
            holder = text(field(self.order, "payment_account_holder"))
            chosen = tuple(account for account in accounts if account.number == number)
            accounts = chosen[:1] or (BankAccount(bank=None, number=number, holder=holder),)
        return BankTransfer(
            **self._common("Bank transfer"),
            accounts=accounts,
            proof_url=text(field(self.order, "transferproof_url")) or None,
            transferred_at=moment(field(self.order, "transfer_time")),
        )

    def _virtual_account(self, label: str, bank: str) -> VirtualAccount | None:
        known = self.code == "va" or self.code.startswith("va_")
        number = self._channel("virtual_account", "virtual_account_number") or (
            text(field(self.order, "payment_account_number")) if known else None
        )
        if not number:
            return None
        holder = self._channel("virtual_account", "customer_name") or text(field(self.order, "payment_account_holder"))
        return VirtualAccount(**self._common(label), bank=bank, number=number, holder=holder)

    def _bank(self) -> str:
        code = self.code.removeprefix("va").removeprefix("_")
        code = code or _code(field(self._method_part("virtual_account"), "channel_code"))
        return _BANKS.get(code) or code.replace("_", " ").upper()

    def _qris(self, label: str) -> Qris | None:
        qr_string = self._qr_string()
        return Qris(**self._common(label), qr=QrCode(qr_string)) if qr_string else None

    def _qr_string(self) -> str | None:
        return self._channel("qr_code", "qr_string")

    def _wallet(self, label: str) -> Wallet | None:
        actions: list[WalletAction] = []
        for action in items_of(self.info.get("actions")):
            url = _link(field(action, "url"))
            if url:
                actions.append(WalletAction(url=url, url_type=_code(field(action, "url_type")).upper()))
        qr_string = self._qr_string()
        if not actions and (url := self._redirect_url()):
            actions.append(WalletAction(url=url, url_type="WEB"))
        if not actions and not qr_string:
            return None
        return Wallet(**self._common(label), actions=tuple(actions), qr_string=qr_string)

    def _retail(self, label: str) -> RetailCode | None:
        code = self._channel("over_the_counter", "payment_code")
        if not code:
            return None
        return RetailCode(**self._common(label), code=code, holder=self._channel("over_the_counter", "customer_name"))

    def _redirect(self, label: str) -> Redirect | None:
        # Before the payment is made, the hosted page would stand in the way of the provider's own.
        url = self._redirect_url() or (_link(field(self.order, "payment_url")) if self.info else None)
        return Redirect(**self._common(label), url=url) if url else None

    def _redirect_url(self) -> str | None:
        return _link(self.info.get("invoice_url")) or _link(self.info.get("redirect_url"))

    def _pending(self, label: str) -> Pending:
        return Pending(**self._common(label))

    def _phone(self) -> str | None:
        ewallet = field(self._method_part("ewallet"), "channel_properties")
        return text(field(ewallet, "mobile_number")) or text(field(field(self.order, "destination_address"), "phone"))

    def _method_part(self, name: str) -> object:
        return field(self.info.get("payment_method"), name)

    def _channel(self, part: str, name: str) -> str | None:
        """A channel property of a part of the provider's payment method, or the same name at the top."""
        value = self.info.get(name) or field(field(self._method_part(part), "channel_properties"), name)
        return text(value) or None


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        to_dict = getattr(value, "to_dict", None)
        value = to_dict() if callable(to_dict) else None
    return value if isinstance(value, Mapping) else {}


def _code(value: object) -> str:
    return re.sub(r"[\s-]+", "_", value.strip().lower()) if isinstance(value, str) else ""


def _link(value: object) -> str | None:
    """A link as sent, unless it would run in the page that shows it."""
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        # Browsers skip control characters inside a scheme.
        scheme = urlsplit("".join(c for c in value if c > " ")).scheme
    except ValueError:
        return None
    return None if scheme.lower() in _ACTIVE_SCHEMES else value
