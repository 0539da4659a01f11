"""The tables of docs/fields.md: what a view, an order or a payment holds, from the classes and their docstrings."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from nexus_commerce import models
from nexus_commerce._model import Model

from .orders import LINE, ORDER
from .shelf import SHELF

VIEWS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Carts": {"cart.lines": ("CartSnapshot", "CartLine", "Item")},
    "Catalogue": {"catalogue.offers": ("VariantOffer", "Offers", "DiscountCheck"), "transport.pages": ("Page",)},
    "Checkout": {"checkout.outcomes": ("Quote", "Placed", "NotPlaced", "Unknown", "AttemptRecord")},
    "Money": {"money": ("Money", "Breakdown", "PriceChange")},
    "Sign-in": {
        "auth.rules": ("SignedIn", "OtpChallenge", "SessionState", "SignOut"),
        "auth.cart_journal": ("CartReport", "LineReport", "LineKey"),
    },
    "Payment": {
        "payments.instructions": (
            "PaymentInstructions", "BankTransfer", "BankAccount", "VirtualAccount", "Qris", "Wallet", "WalletAction",
            "Choice", "Ovo", "Redirect", "RetailCode", "Cod", "Paid", "Failed", "Closed", "Pending", "UnknownPayment",
        ),
        "payments.qr_code": ("QrCode",),
        "payments.from_order": ("PaymentWait",),
    },
    "Conversion events": {
        "events.model": ("Visit", "Buyer", "Conversion", "Event", "PixelCall"),
        "events.sending": ("Receipt",),
    },
    "Webhooks": {"webhooks.messages": ("Webhook",), "webhooks.orders": ("OrderSeen",)},
    "Calls": {"transport.hooks": ("CallEvent",), "transport.drift_report": ("Drift",)},
}  # fmt: skip
MODELS: Mapping[str, Mapping[str, tuple[str, Mapping[str, str]]]] = {
    **SHELF,
    "Orders": {
        "StorefrontPublicOrder": ("What `get`, `update`, `watch` and `create_payment` of `shop.orders` give.", ORDER),
        "StorefrontCustomerFacingOrder": ("What `orders.mine` and `orders.get_mine` give.", ORDER),
        "OrderlinesOfStorefrontPublicOrder": ("In `orderlines` of a `StorefrontPublicOrder`.", LINE),
        "StorefrontCustomerFacingOrderLine": ("In `orderlines` of a `StorefrontCustomerFacingOrder`.", LINE),
    },
}
_HEAD = """# What answers hold

Field by field, what methods give: views, payments, what is sold, places, customers, orders. The tables are made from
the classes (`python scripts/fields.py`). A field whose type does not name None always has a value; what an
amount may be is said in [checkout](checkout.md#money), and what the fields of the contract's models may be in
[reading answers](reading-answers.md).
"""
_MODELS = """
## Models of the contract

What follows are models: the contract has names and types for their fields; the words are ours. Every field may also
be None or `UNSET`, times are `datetime`, amounts are read by `Money.of`. Of an order, `Breakdown.of` adds them up,
`payment_state(order)` says whether it is paid, `read_payment(order)` how one pays.
"""


class FieldRow(NamedTuple):
    """One field or property."""

    name: str
    type: str
    words: str


def page() -> str:
    """The whole page."""
    parts = [_HEAD]
    for title, modules in VIEWS.items():
        parts.append(f"\n## {title}\n")
        for module, names in modules.items():
            for name in names:
                kind = getattr(importlib.import_module(f"nexus_storefront.{module}"), name)
                parts.append(_section(name, inspect.getdoc(kind) or "", list(rows_of_view(kind))))
    parts.append(_MODELS)
    for title, models_ in MODELS.items():
        parts.append(f"\n## {title}\n")
        for name, (given_by, words) in models_.items():
            parts.append(_section(name, given_by, list(rows_of_model(name, words))))
    return "".join(parts)


def _section(name: str, words: str, rows: list[FieldRow]) -> str:
    lines = [f"\n### {name}\n", words.partition("\n\n")[0].replace("\n", " "), ""]
    if rows:
        lines += ["| field | type | holds |", "|---|---|---|"]
        lines += [f"| `{row.name}` | `{row.type}` | {row.words} |" for row in rows]
        lines.append("")
    return "\n".join(lines)


def rows_of_view(kind: type) -> Iterator[FieldRow]:
    """The public fields and properties that a class of the facade has of its own, in the order of its source."""
    (found,) = ast.parse(inspect.getsource(kind)).body
    assert isinstance(found, ast.ClassDef)
    for at, node in enumerate(found.body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            after = found.body[at + 1] if at + 1 < len(found.body) else None
            words = ast.literal_eval(after.value) if isinstance(after, ast.Expr) else ""
            row = FieldRow(node.target.id, _shown(node.annotation), inspect.cleandoc(words))
            own_kind = row.name == "kind" and "kind" in getattr(kind.__mro__[1], "__annotations__", {})
            if not row.name.startswith("_") and not own_kind:
                yield row._replace(words=_cell(row.words))
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and _is_property(node):
            yield FieldRow(node.name, _shown(node.returns), _cell(ast.get_docstring(node) or ""))


def rows_of_model(name: str, words: Mapping[str, str]) -> Iterator[FieldRow]:
    """The fields of a model of the contract, with our words."""
    kind = getattr(models, name)
    assert issubclass(kind, Model)
    for field, annotation in kind.__annotations__.items():
        if not field.startswith("_"):
            yield FieldRow(field, re.sub(r" \| (None|Unset)", "", annotation).replace("|", "\\|"), words[field])


def _is_property(node: ast.FunctionDef) -> bool:
    return any(isinstance(it, ast.Name) and it.id in ("property", "cached_property") for it in node.decorator_list)


def _shown(annotation: ast.expr | None) -> str:
    text = ast.unparse(annotation) if annotation else ""
    return re.sub(r"^ClassVar\[(.*)\]$", r"\1", text).replace("|", "\\|")


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
