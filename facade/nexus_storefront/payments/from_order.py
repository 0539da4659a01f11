"""Reading an order's payment: a method decides which kind it is, by a table. Pure.

`read_payment(order)` never raises on what an order holds: a method it does not know still gives something to show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from ..answer_fields import boolean, field, items_of, moment, text
from ..money import Money
from . import instructions as kinds
from .instructions import PaymentInstructions
from .qr_code import QrCode
from .state import PaymentState, code_of, link_of, order_page, payment_state

if TYPE_CHECKING:
    from nexus_commerce.models import StorefrontPublicOrder


def read_payment(order: object) -> PaymentInstructions:
    """The payment instructions of an order: public, customer-facing, or a mapping of the same fields.

    `Paid`, `Failed` or `Closed` if there is nothing left to pay; else the method decides the kind. A method that is
    unknown is judged by what its `pg_payment_info` holds. A draft is finished on its own page.
    """
    return _read(_Order(order))


def last_resort(order: object) -> PaymentInstructions:
    """What to show for an open order whose instructions did not come.

    For a method that is paid behind a link it is the order's page. If a number or a code is missing it is `Pending`:
    they may be asked for again.
    """
    found = _Order(order)
    _, read = _METHODS.get(found.code, ("", None))
    behind_a_link = not found.is_virtual_account if read is None else read in (_wallet, _hosted, _payment_link)
    return _read(found, on_its_page=behind_a_link)


def lacks_its_code(order: object) -> bool:
    """Whether a QRIS payment was made and came without its code: making it once more may help, waiting does not."""
    found = read_payment(order)
    return isinstance(found, kinds.Pending) and bool(found.raw) and _Order(order).code == "qris"


def is_checked_by_hand(order: object) -> bool:
    """Whether the service's own pages do not look for this payment by themselves, but on the press of a button."""
    found = _Order(order)
    return found.code == "ovo" or found.is_virtual_account


@attrs.frozen
class PaymentWait:
    """How a wait for a payment ended."""

    order: StorefrontPublicOrder = attrs.field(repr=False)
    """The order as it was read last; an empty one if the wait was stopped before it was read."""

    def __str__(self) -> str:
        return f"{self.state}: {self.order if self.order.to_dict() else 'the order was not read'}"

    @property
    def state(self) -> PaymentState:
        """`paid`, `failed`, `closed` (canceled or expired), or still `open` when the time was over."""
        return payment_state(self.order)

    @property
    def paid(self) -> bool:
        """Whether the order is paid."""
        return self.state == "paid"

    @property
    def instructions(self) -> PaymentInstructions:
        """How to pay, as the order says it."""
        return read_payment(self.order)


class _Order:
    """An order, and where in it a payment may be."""

    def __init__(self, order: object) -> None:
        self.order = order
        info: Any = field(order, "pg_payment_info")
        info = info.to_dict() if hasattr(info, "to_dict") else info
        self.info: Mapping[str, object] = info if isinstance(info, Mapping) else {}
        self.method = self.text("payment_method") or ""
        self.code = _canonical(code_of(self.method), code_of(field(order, "sub_payment_method")))
        self.qr_string = self.channel("qr_code", "qr_string")
        self.is_virtual_account = self.code == "va" or self.code.startswith("va_")

    def text(self, name: str) -> str | None:
        return text(field(self.order, name))

    def part(self, name: str) -> object:
        return field(self.info.get("payment_method"), name)

    def channel(self, part: str, name: str) -> str | None:
        """A channel property of a part of the provider's payment method, or the same name at the top."""
        value = self.info.get(name) or field(field(self.part(part), "channel_properties"), name)
        return text(value) or None

    def provider_page(self) -> str | None:
        """Where the provider takes the payment."""
        links = (link_of(self.info.get(name)) for name in ("payment_url", "redirect_url", "invoice_url"))
        return next(filter(None, links), None)


# The banks that are not written in capitals.
_BANKS = {
    code: code.replace("_", " ").title()
    for code in ("artha_graha", "artajasa", "danamon", "mandiri", "maybank", "muamalat", "permata", "sahabat_sampoerna")
} | {"bjb": "bank bjb", "cimb": "CIMB Niaga"}


def _read(order: _Order, *, on_its_page: bool = False) -> PaymentInstructions:
    """First what the method says there is to pay with, by its own reader; then what the order's state makes of it."""
    label, make = _by_method(order)
    state, page = payment_state(order.order), order_page(order.order)
    if state != "open":
        make = _ENDED[state]
    elif page and (on_its_page or code_of(field(order.order, "status")) == "draft"):
        make = partial(kinds.Redirect, url=page)
    return make(
        method=order.method,
        label=label,
        amount=Money.of(field(order.order, "gross_revenue")),
        expires_at=None if order.code == "cod" else moment(field(order.order, "payment_expiration_at")),
        hosted_url=link_of(field(order.order, "payment_url")),
        order_url=page,
        raw=order.info,
    )


def _by_method(order: _Order) -> tuple[str, _Make]:
    """The method's label, and what makes its instructions of what all of them have."""
    if order.is_virtual_account:
        bank = _bank(order)
        return f"{bank} virtual account" if bank else "Virtual account", _virtual_account(order) or kinds.Pending
    if order.code in _METHODS:
        label, read = _METHODS[order.code]
        return label, read(order) or kinds.Pending
    # A method that this version does not know is read by what its data hold.
    found = (read(order) for read in (_qris, _virtual_account, _retail, _actions, _hosted))
    return _plain_label(order), next(filter(None, found), kinds.UnknownPayment)


def _plain_label(order: _Order) -> str:
    return order.method.replace("_", " ").strip().capitalize() or "Payment"


def _ovo(order: _Order) -> _Make | None:
    # Before the payment is made, no notice has gone to the phone.
    if not order.info:
        return None
    wallet = field(order.part("ewallet"), "channel_properties")
    phone = text(field(wallet, "mobile_number")) or text(field(field(order.order, "destination_address"), "phone"))
    return partial(kinds.Ovo, phone=phone)


def _bank_transfer(order: _Order) -> _Make:
    number = order.text("payment_account_number")
    accounts = tuple(
        kinds.BankAccount(
            bank=text(field(field(account, "financial_entity"), "name"))
            or text(field(field(account, "financial_entity"), "code")),
            number=text(field(account, "account_number")),
            holder=text(field(account, "account_holder")),
        )
        for account in items_of(field(field(order.order, "store"), "payment_accounts"))
        if code_of(field(account, "method")) == "bank_transfer" and boolean(field(account, "is_active")) is not False
    )
    if number:
        own = kinds.BankAccount(bank=None, number=number, holder=order.text("payment_account_holder"))
        accounts = (next((account for account in accounts if account.number == number), own),)
    return partial(
        kinds.BankTransfer,
        accounts=accounts,
        proof_url=order.text("transferproof_url") or None,
        transferred_at=moment(field(order.order, "transfer_time")),
    )


def _virtual_account(order: _Order) -> _Make | None:
    known = order.is_virtual_account
    own = order.text("payment_account_number") if known else None
    number = order.channel("virtual_account", "virtual_account_number") or own
    if not number:
        return None
    holder = order.channel("virtual_account", "customer_name") or order.text("payment_account_holder")
    bank = _bank(order) if known else _plain_label(order)
    return partial(kinds.VirtualAccount, bank=bank, number=number, holder=holder)


def _bank(order: _Order) -> str:
    code = order.code.removeprefix("va").removeprefix("_")
    code = code or code_of(field(order.part("virtual_account"), "channel_code"))
    return _BANKS.get(code) or code.replace("_", " ").upper()


def _qris(order: _Order) -> _Make | None:
    return partial(kinds.Qris, qr=QrCode(order.qr_string)) if order.qr_string else None


def _retail(order: _Order) -> _Make | None:
    code = order.channel("over_the_counter", "payment_code")
    holder = order.channel("over_the_counter", "customer_name")
    return partial(kinds.RetailCode, code=code, holder=holder) if code else None


def _wallet(order: _Order) -> _Make | None:
    page = order.provider_page()
    return _actions(order, (kinds.WalletAction(url=page, url_type="WEB"),) if page else ()) or _redirect(order)


def _actions(order: _Order, otherwise: tuple[kinds.WalletAction, ...] = ()) -> _Make | None:
    """The actions that the provider gives a shopper to open, else `otherwise`, and the code to scan. Actions of type
    API, and those to be posted to, are for a server and left out."""
    actions: list[kinds.WalletAction] = []
    for action in items_of(order.info.get("actions")):
        url, url_type = link_of(field(action, "url")), code_of(field(action, "url_type")).upper()
        if url and url_type != "API" and code_of(field(action, "method")) in ("", "get"):
            actions.append(kinds.WalletAction(url=url, url_type=url_type))
    found = tuple(actions) or otherwise
    return partial(kinds.Wallet, actions=found, qr_string=order.qr_string) if found or order.qr_string else None


def _hosted(order: _Order) -> _Make | None:
    return _redirect(order, order.provider_page())


def _payment_link(order: _Order) -> _Make | None:
    # The method is chosen on the service's page: there is no payment before, and nothing to wait for.
    return _redirect(order, order.provider_page() or link_of(field(order.order, "redirect_url")))


def _redirect(order: _Order, page: str | None = None) -> _Make | None:
    """To `page`. A payment that is made and holds nothing that can be shown is on the order's own."""
    page = page or (order_page(order.order) if order.info else None)
    return partial(kinds.Redirect, url=page) if page else None


_Make: TypeAlias = Callable[..., PaymentInstructions]
_Read: TypeAlias = Callable[[_Order], _Make | None]
_METHODS: Mapping[str, tuple[str, _Read]] = {
    "cod": ("Cash on delivery", lambda _: kinds.Cod),
    "bank_transfer": ("Bank transfer", _bank_transfer),
    "qris": ("QRIS", _qris),
    "ovo": ("OVO", _ovo),
    "gopay": ("GoPay", _wallet),
    "dana": ("DANA", _wallet),
    "linkaja": ("LinkAja", _wallet),
    "shopeepay": ("ShopeePay", _wallet),
    "alfamart": ("Alfamart", _retail),
    "indomaret": ("Indomaret", _retail),
    "card": ("Card", _hosted),
    "invoice": ("Invoice", _hosted),
    "payment_link": ("PayLink", _payment_link),
}
_ENDED = {each.kind: each for each in (kinds.Paid, kinds.Failed, kinds.Closed)}


def _canonical(method: str, sub: str) -> str:
    """The method's code in the newer form, in which one field names it all; in the older one a second field names the
    bank, wallet or shop."""
    sub = sub.removeprefix("id_")
    if method in ("va", "virtual_account"):
        return sub if sub.startswith("va_") else f"va_{sub}" if sub else "va"
    return sub or method if method in ("ewallet", "e_wallet", "retail", "over_the_counter") else method
