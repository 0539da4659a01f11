"""Reading an order's payment: a method decides which kind it is, by a table. Pure.

`read_payment(order)` never raises on what an order holds: a method it does not know still gives something to show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from ..answer_fields import boolean, field, items_of, moment, text
from ..money import Money
from .instructions import (
    BankAccount,
    BankTransfer,
    Closed,
    Cod,
    Failed,
    Ovo,
    Paid,
    PaymentInstructions,
    Pending,
    Qris,
    Redirect,
    RetailCode,
    UnknownPayment,
    VirtualAccount,
    Wallet,
    WalletAction,
)
from .qr_code import QrCode
from .state import PaymentState, code_of, link_of, order_page, payment_state

if TYPE_CHECKING:
    from datetime import datetime
    from typing import TypedDict

    from nexus_commerce.models import StorefrontPublicOrder

    class _Common(TypedDict):
        method: str
        label: str
        amount: Money
        expires_at: datetime | None
        hosted_url: str | None
        order_url: str | None
        raw: Mapping[str, object]


__all__ = ["PaymentWait", "is_checked_by_hand", "lacks_its_code", "last_resort", "read_payment"]


def read_payment(order: object) -> PaymentInstructions:
    """The payment instructions of an order: public, customer-facing, or a mapping of the same fields.

    `Paid`, `Failed` or `Closed` if there is nothing left to pay; else the method decides the kind. A method that is
    unknown is judged by what its `pg_payment_info` holds. A draft is finished on its own page.
    """
    found, state = _open_payment(_Order(order)), payment_state(order)
    if state != "open":
        return _ENDED[state](**_common(found))
    return _on_its_page(found) if code_of(field(order, "status")) == "draft" else found


def last_resort(order: object) -> PaymentInstructions:
    """What to show of an open order whose instructions were waited for and did not come.

    Of a method that is paid behind a link, the order's page; a number or code that is missing stays `Pending`: to be
    asked for again.
    """
    found, code = read_payment(order), _Order(order).code
    behind_a_link = (
        _METHODS[code][1] in (_wallet, _hosted, _payment_link) if code in _METHODS else not _is_virtual_account(code)
    )
    return _on_its_page(found) if behind_a_link else found


def lacks_its_code(order: object) -> bool:
    """Whether a QRIS payment was made and came without its code: making it once more may help, waiting does not."""
    found = read_payment(order)
    return isinstance(found, Pending) and bool(found.raw) and _Order(order).code == "qris"


def is_checked_by_hand(order: object) -> bool:
    """Whether the service's own pages do not look for this payment by themselves, but on the press of a button."""
    code = _Order(order).code
    return code == "ovo" or _is_virtual_account(code)


def _on_its_page(found: PaymentInstructions) -> PaymentInstructions:
    return found if found.order_url is None else Redirect(**_common(found), url=found.order_url)


@attrs.frozen
class PaymentWait:
    """How a wait for a payment ended."""

    order: StorefrontPublicOrder = attrs.field(repr=False)
    """As it was read last; nothing is in it if the wait was stopped before it was read."""

    @property
    def state(self) -> PaymentState:
        """`paid`, `failed`, `closed` (canceled or expired), or still `open` when the time was over."""
        return payment_state(self.order)

    @property
    def paid(self) -> bool:
        return self.state == "paid"

    @property
    def instructions(self) -> PaymentInstructions:
        return read_payment(self.order)


class _Order:
    """An order, and where in it a payment may be."""

    def __init__(self, order: object) -> None:
        self.order = order
        self.info = _mapping(field(order, "pg_payment_info"))
        self.method = text(field(order, "payment_method")) or ""
        self.code = _canonical(code_of(self.method), code_of(field(order, "sub_payment_method")))

    def common(self, label: str) -> _Common:
        return {
            "method": self.method,
            "label": label,
            "amount": Money.of(field(self.order, "gross_revenue")),
            "expires_at": moment(field(self.order, "payment_expiration_at")),
            "hosted_url": link_of(field(self.order, "payment_url")),
            "order_url": order_page(self.order),
            "raw": self.info,
        }

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
# Methods of the older form, whose second field names the bank, wallet or shop.
_GENERIC = {
    "va": "va_",
    "virtual_account": "va_",
    "ewallet": "",
    "e_wallet": "",
    "retail": "",
    "over_the_counter": "",
}


def _open_payment(order: _Order) -> PaymentInstructions:
    code = order.code
    if _is_virtual_account(code):
        bank = _bank(order)
        label = f"{bank} virtual account" if bank else "Virtual account"
        return _virtual_account(order, label) or Pending(**order.common(label))
    if code in _METHODS:
        label, read = _METHODS[code]
        return read(order, label) or Pending(**order.common(label))
    # A method this version does not know is shown by what it holds.
    label = order.method.replace("_", " ").strip().capitalize() or "Payment"
    found = (read(order, label) for read in (_qris, _virtual_account, _retail, _actions, _hosted))
    return next(filter(None, found), None) or UnknownPayment(**order.common(label))


def _cod(order: _Order, label: str) -> PaymentInstructions:
    common = order.common(label)
    common["expires_at"] = None
    return Cod(**common)


def _ovo(order: _Order, label: str) -> PaymentInstructions | None:
    # Before the payment is made, no notice has gone to the phone.
    if not order.info:
        return None
    wallet = field(order.part("ewallet"), "channel_properties")
    phone = text(field(wallet, "mobile_number")) or text(field(field(order.order, "destination_address"), "phone"))
    return Ovo(**order.common(label), phone=phone)


def _bank_transfer(order: _Order, label: str) -> PaymentInstructions:
    number = order.text("payment_account_number")
    accounts = tuple(
        BankAccount(
            bank=text(field(field(account, "financial_entity"), "name"))
            or text(field(field(account, "financial_entity"), "code")),
            number=text(field(account, "account_number")),
            holder=text(field(account, "account_holder")),
        )
        for account in items_of(field(field(order.order, "store"), "payment_accounts"))
        if code_of(field(account, "method")) == "bank_transfer" and boolean(field(account, "is_active")) is not False
    )
    if number:
        chosen = tuple(account for account in accounts if account.number == number)
        accounts = chosen[:1] or (BankAccount(bank=None, number=number, holder=order.text("payment_account_holder")),)
    return BankTransfer(
        **order.common(label),
        accounts=accounts,
        proof_url=order.text("transferproof_url") or None,
        transferred_at=moment(field(order.order, "transfer_time")),
    )


def _virtual_account(order: _Order, label: str) -> PaymentInstructions | None:
    known = _is_virtual_account(order.code)
    number = order.channel("virtual_account", "virtual_account_number") or (
        order.text("payment_account_number") if known else None
    )
    if not number:
        return None
    holder = order.channel("virtual_account", "customer_name") or order.text("payment_account_holder")
    bank = _bank(order) if known else label
    return VirtualAccount(**order.common(label), bank=bank, number=number, holder=holder)


def _bank(order: _Order) -> str:
    code = order.code.removeprefix("va").removeprefix("_")
    code = code or code_of(field(order.part("virtual_account"), "channel_code"))
    return _BANKS.get(code) or code.replace("_", " ").upper()


def _qris(order: _Order, label: str) -> PaymentInstructions | None:
    qr_string = order.channel("qr_code", "qr_string")
    return Qris(**order.common(label), qr=QrCode(qr_string)) if qr_string else None


def _retail(order: _Order, label: str) -> PaymentInstructions | None:
    code = order.channel("over_the_counter", "payment_code")
    if not code:
        return None
    return RetailCode(**order.common(label), code=code, holder=order.channel("over_the_counter", "customer_name"))


def _wallet(order: _Order, label: str) -> PaymentInstructions | None:
    page, qr_string = order.provider_page(), order.channel("qr_code", "qr_string")
    found = _actions(order, label)
    if found is None and (page or qr_string):
        actions = (WalletAction(url=page, url_type="WEB"),) if page else ()
        found = Wallet(**order.common(label), actions=actions, qr_string=qr_string)
    return found or _made_elsewhere(order, label)


def _actions(order: _Order, label: str) -> PaymentInstructions | None:
    """What the provider says a shopper can open. An action of type API, or one to be posted to, is for a server."""
    actions: list[WalletAction] = []
    for action in items_of(order.info.get("actions")):
        url, url_type = link_of(field(action, "url")), code_of(field(action, "url_type")).upper()
        if url and url_type != "API" and code_of(field(action, "method")) in ("", "get"):
            actions.append(WalletAction(url=url, url_type=url_type))
    if not actions:
        return None
    return Wallet(**order.common(label), actions=tuple(actions), qr_string=order.channel("qr_code", "qr_string"))


def _hosted(order: _Order, label: str) -> PaymentInstructions | None:
    page = order.provider_page()
    return Redirect(**order.common(label), url=page) if page else _made_elsewhere(order, label)


def _payment_link(order: _Order, label: str) -> PaymentInstructions | None:
    # The method is chosen on the service's page: there is no payment before, and nothing to wait for.
    page = order.provider_page() or link_of(field(order.order, "redirect_url"))
    return Redirect(**order.common(label), url=page) if page else _made_elsewhere(order, label)


def _made_elsewhere(order: _Order, label: str) -> PaymentInstructions | None:
    """A payment that is made and holds nothing that can be shown: the order's page has it."""
    page = order_page(order.order) if order.info else None
    return Redirect(**order.common(label), url=page) if page else None


_Read: TypeAlias = Callable[[_Order, str], PaymentInstructions | None]
_METHODS: Mapping[str, tuple[str, _Read]] = {
    "cod": ("Cash on delivery", _cod),
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
_ENDED: Mapping[str, type[PaymentInstructions]] = {"paid": Paid, "failed": Failed, "closed": Closed}


def _is_virtual_account(code: str) -> bool:
    return code == "va" or code.startswith("va_")


def _canonical(method: str, sub: str) -> str:
    """The method's code in the newer form, in which one field names it all."""
    sub = sub.removeprefix("id_")
    if method not in _GENERIC:
        return method
    prefix = _GENERIC[method]
    if not sub:
        return "va" if prefix else method
    return sub if not prefix or sub.startswith("va_") else prefix + sub


def _common(found: PaymentInstructions) -> dict[str, Any]:
    """What all kinds have."""
    return {field.name: getattr(found, field.name) for field in attrs.fields(PaymentInstructions)}


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        to_dict = getattr(value, "to_dict", None)
        value = to_dict() if callable(to_dict) else None
    return value if isinstance(value, Mapping) else {}
