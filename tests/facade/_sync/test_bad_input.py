# Rendered from tests/facade/_async/test_bad_input.py by scripts/unasync.py; edit that file.
"""Every parameter of every flow, given what it does not take: `InvalidInput`, and nothing is sent."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from nexus_storefront import (
    Storefront,
    CartLine,
    InvalidInput,
    Item,
    Money,
    NotSignedIn,
    StorefrontError,
)
from nexus_storefront.account._sync.account import Account, Courses, Subscriptions
from nexus_storefront.catalogue._sync.catalog import Catalog, Locations
from nexus_storefront.catalogue._sync.discounts import Discounts
from nexus_storefront.intents._sync.intents import CheckoutIntent, Intents
from nexus_storefront.orders._sync.orders import Orders
from nexus_storefront.transport._sync.listing import Listing

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]
CAPTURE = {"id": "11111111-1111-4111-8111-111111111111", "checkout_intent_token": "cit_1", "last_sequence": 4}
JPEG = b"\xff\xd8\xff\xe0" + b"j" * 100
LINE = CartLine(id="1", type="variant", quantity=2, variant_id=494535)

FLOWS: dict[str, type] = {
    "account": Account,
    "catalog": Catalog,
    "courses": Courses,
    "discounts": Discounts,
    "intent": CheckoutIntent,
    "intents": Intents,
    "locations": Locations,
    "orders": Orders,
    "subscriptions": Subscriptions,
}

VALUES: dict[str, Any] = {
    "none": None,
    "int": 5,
    "float": 5.0,
    "nan": float("nan"),
    "true": True,
    "empty": "",
    "list": [],
    "dict": {},
    "object": object(),
    "bytes": b"x",
    "class": int,
    "lone surrogate": "\ud800",
    "nul": "a\0b",
}

ID = ("segment", {"int"})
NUMERIC = (5, {"int", "float"})
OPTIONAL_NUMERIC = (5, {"none", "int", "float"})
TEXT: tuple[Any, set[str]] = ("text", set())
OPTIONAL_TEXT = ("text", {"none"})
CLEARABLE = ("text", {"none", "empty"})
SECONDS = (1, {"int", "float"})
MAPPING: tuple[Any, set[str]] = ({}, {"none", "dict"})
ITEMS = ([LINE], {"none"})
AMOUNT = (Money(5), {"none", "int", "float"})

# What each parameter takes: a good value, and which of VALUES are good as well.
TAKES: dict[str, tuple[Any, set[str]]] = {
    "address": TEXT,
    "address_id": ID,
    "attribution": MAPPING,
    "cart_id": OPTIONAL_NUMERIC,
    "city_id": NUMERIC,
    "code": TEXT,
    "courier_aggregator_code": OPTIONAL_TEXT,
    "courier_service_id": OPTIONAL_NUMERIC,
    "date_of_birth": (date(2000, 1, 31), set()),
    "delay": SECONDS,
    "email": TEXT,
    "account.add_address.email": OPTIONAL_TEXT,
    "account.add_address.postal_code": OPTIONAL_TEXT,
    "every": SECONDS,
    "fields": MAPPING,
    "filename": ("proof.jpg", {"none", "empty", "lone surrogate", "nul"}),
    "financial_entity_id": (5, {"none", "int", "float", "empty"}),
    "form_widget_id": TEXT,
    "gross_revenue": AMOUNT,
    "is_unsubscribe": (True, {"true"}),
    "item_id": ID,
    "items": ITEMS,
    "location_id": NUMERIC,
    "name": TEXT,
    "net_product_price": AMOUNT,
    "notes": CLEARABLE,
    "account.add_address.notes": OPTIONAL_TEXT,
    "order_id": ID,
    "page_size": OPTIONAL_NUMERIC,
    "password": ("text", {"nul"}),
    "payment_account": CLEARABLE,
    "payment_account_holder": CLEARABLE,
    "payment_account_number": CLEARABLE,
    "payment_method": OPTIONAL_TEXT,
    "percent": NUMERIC,
    "phone": TEXT,
    "account.update.phone": CLEARABLE,
    "picture": (JPEG, set()),
    "postal_code": TEXT,
    "prefill_token": OPTIONAL_TEXT,
    "intents.prefill.prefill_token": ("cip_1", set()),
    "progress": (print, {"none", "class"}),
    "province_id": NUMERIC,
    "query": TEXT,
    "reads": NUMERIC,
    "recaptcha_token": TEXT,
    "search": OPTIONAL_TEXT,
    "secret_slug": ID,
    "sex": CLEARABLE,
    "shipping_cost": AMOUNT,
    "slug": ID,
    "source_url": OPTIONAL_TEXT,
    "status": ("active", {"none"}),
    "stop": (bool, {"none", "class"}),
    "subscription_id": ID,
    "transfer_time": (datetime(2026, 11, 20, tzinfo=UTC), {"none"}),
    "orders.update.transfer_time": (datetime(2026, 11, 20, tzinfo=UTC), {"none", "empty"}),
    "transferproof_url": CLEARABLE,
    "uuid": ID,
    "variant_id": NUMERIC,
    "catalog.availability.variant_id": ID,
    "variant_ids": ([5], {"list", "dict"}),
    "variant_uuid": ID,
    "wait": SECONDS,
    "warehouse_unique_id": OPTIONAL_TEXT,
    "within": (0, {"int", "float"}),
    "orders.watch.within": (0, {"none", "int", "float"}),  # None: without an end
}


def takes(method: str, parameter: str) -> tuple[Any, set[str]]:
    return TAKES.get(f"{method}.{parameter}") or TAKES[parameter]


def methods() -> Iterator[tuple[str, list[str]]]:
    """Every public method of the flows, with its parameters."""
    for group, flow in FLOWS.items():
        for name, function in inspect.getmembers(flow, inspect.isfunction):
            if not name.startswith("_"):
                yield f"{group}.{name}", list(inspect.signature(function).parameters)[1:]


METHODS = dict(methods())
NEVER_RAISE = ("intent.save", "intent.flush", "intents.start")


def call(shop: Storefront, intent: CheckoutIntent, method: str, **arguments: Any) -> Any:
    group, _, name = method.partition(".")
    made = getattr(intent if group == "intent" else getattr(shop, group), name)(**arguments)
    if isinstance(made, Listing):
        return made.page()
    if method == "orders.watch":
        return [order for order in made]
    return made


def good(method: str) -> dict[str, Any]:
    return {name: takes(method, name)[0] for name in METHODS[method]}


@pytest.mark.parametrize("method", [method for method, names in METHODS.items() if names])
def test_what_a_parameter_does_not_take_is_refused_before_sending(wire: Any, reply: Reply, method: str) -> None:
    wire.answers = [reply(201, CAPTURE)]
    with wire.shop() as shop:
        intent = shop.intents.start("form-1", "ok", delay=9)
        del wire.requests[:]
        for name in METHODS[method]:
            for what, value in VALUES.items():
                if what in takes(method, name)[1]:
                    continue
                arguments = {**good(method), name: value}
                shown = f"{method}({name}={what})"
                if method in NEVER_RAISE:
                    intent.error = None
                    made = call(shop, intent, method, **arguments)
                    error = (made if method == "intents.start" else intent).error
                    assert isinstance(error, InvalidInput), shown
                    assert all(name not in json.loads(request.content) for request in wire.requests), shown
                    del wire.requests[:]  # a capture that begins without it
                else:
                    with pytest.raises(InvalidInput) as refused:
                        call(shop, intent, method, **arguments)
                    assert not refused.value.may_have_taken_effect, shown
                    named = name.split("_")[0].removesuffix("s")
                    assert named in str(refused.value), f"{shown}: {refused.value}"
                assert wire.requests == [], shown


class SignedIn:
    """Somebody's session."""

    known = None

    def access_token(self, wait: float | None = None) -> str | None:
        return "access-1"

    def token_for(self, account: str | None, before: str | None, wait: float | None = None) -> Any:
        return self.access_token(wait)

    def rejected(self, token: str, wait: float | None = None) -> bool:
        return False

    def account(self) -> str:
        return "somebody"

    def signed_in(self) -> bool:
        return True

    def close(self) -> None: ...


@pytest.mark.parametrize("method", METHODS)
def test_what_a_parameter_takes_is_sent(wire: Any, reply: Reply, method: str) -> None:
    wire.answers = [reply(201, CAPTURE)]
    wire.default = lambda request: reply(200, {"payment_status": "paid"})  # which ends every wait
    variants = [good(method)]
    for name in METHODS[method]:
        variants += [{**good(method), name: VALUES[what]} for what in sorted(takes(method, name)[1])]
    with wire.shop() as shop:
        shop._core.shared._session = SignedIn()
        intent = shop.intents.start("form-1", "ok", delay=9)
        del wire.requests[:]
        for arguments in variants:
            if method == "intent.flush":
                intent.save(source_url="https://toko.example/")
            with suppress_all_but(InvalidInput, NotSignedIn, shown=f"{method}{arguments}"):
                call(shop, intent, method, **arguments)
            if method == "intent.save":
                intent.flush()
            # What asks for nothing, and what only forgets.
            nothing = (method == "catalog.offers" and not arguments["variant_ids"]) or method == "intent.completed"
            assert bool(wire.requests) is not nothing, (method, arguments)
            if method == "intents.start":
                assert intent.error is None
            del wire.requests[:]


@contextmanager
def suppress_all_but(*kinds: type[StorefrontError], shown: str) -> Iterator[None]:
    """The answers are empty, which most methods refuse; what is given must not be the reason."""
    try:
        yield
    except kinds as refusal:
        raise AssertionError(f"{shown}: {refusal}") from None
    except StorefrontError:
        pass


def test_what_people_give_in_other_forms_is_taken(wire: Any) -> None:
    moment = "2026-11-20T09:30:00+07:00"
    with wire.shop() as shop:
        shop.orders.update("slug", transfer_time=moment)
        shop.orders.update("slug", transfer_time=datetime.fromisoformat(moment))
        assert len({request.content for request in wire.requests}) == 1
        del wire.requests[:]
        for items in ([LINE], (LINE,), LINE, [LINE.to_item()], Item(variant_id=494535, quantity=2)):
            shop.discounts.check("CODE", items=items)
        assert len({request.content for request in wire.requests}) == 1
        del wire.requests[:]
        shop.catalog.items(page_size="10").page()
        assert wire.requests[0].url.params["page_size"] == "10"
        del wire.requests[:]
        for picture in (JPEG, bytearray(JPEG), memoryview(JPEG)):
            with suppress(StorefrontError):
                shop.orders.send_proof("slug", picture)
        assert len({request.content for request in wire.requests}) == 1
        assert len(wire.requests) == 3


@pytest.mark.parametrize("amount", ["12.000", "Rp12.000", "", "x", float("inf"), Money.of(None), Money.of("12.000")])
def test_an_amount_that_cannot_be_read_is_not_sent(wire: Any, amount: Any) -> None:
    with wire.shop() as shop:
        for name in ("net_product_price", "gross_revenue", "shipping_cost"):
            with pytest.raises(InvalidInput, match=name):
                shop.discounts.check("CODE", **{name: amount})
    assert wire.requests == []


@pytest.mark.parametrize("ids", ["494535", b"494535", 494535, [494535, "x"], [True], object(), None])
def test_a_text_or_number_is_no_list_of_ids(wire: Any, ids: Any) -> None:
    with wire.shop() as shop:
        with pytest.raises(InvalidInput):
            shop.catalog.offers(ids)
    assert wire.requests == []


@pytest.mark.parametrize("moment", ["2026", "yesterday", "2026-11-20T09:30:00", datetime(2026, 11, 20), 1.0, date.max])
def test_a_time_has_a_date_and_a_zone(wire: Any, moment: Any) -> None:
    with wire.shop() as shop:
        with pytest.raises(InvalidInput, match="transfer_time"):
            shop.orders.update("slug", transfer_time=moment)
        with pytest.raises(InvalidInput, match="transfer_time"):
            shop.orders.send_proof("slug", JPEG, transfer_time=moment)
    assert wire.requests == []


@pytest.mark.parametrize("day", ["31-01-2000", "2000-02-30", "2000", 20000131])
def test_a_day_that_is_none_is_refused(wire: Any, day: Any) -> None:
    with wire.shop() as shop:
        with pytest.raises(InvalidInput, match="date_of_birth"):
            shop.account.update(date_of_birth=day)
        with pytest.raises(NotSignedIn):  # what is good comes as far as the sign-in
            shop.account.update(date_of_birth="2000-01-31")
    assert wire.requests == []
