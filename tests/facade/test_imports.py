"""Importing is cheap and lazy, and a missing extra is named."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import nexus_storefront
import pytest

NAMES: list[str] = import_module("nexus_storefront").__all__
LAZY = ("events", "payments", "stores", "webhooks")


def modules_after(code: str) -> set[str]:
    """The modules a fresh interpreter has loaded after `code`."""
    out = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(out.stdout.split())


def test_the_package_alone_loads_nothing() -> None:
    loaded = modules_after("import nexus_storefront")
    assert not {"httpx", "attrs", "asyncio", "nexus_commerce", "dataclasses"} & loaded
    assert [name for name in loaded if name.startswith("nexus_storefront.")] == ["nexus_storefront._lazy"]


def test_a_shop_loads_no_flow_that_is_not_used() -> None:
    loaded = modules_after("from nexus_storefront import Storefront; Storefront('store_x', 'sfpk_x')")
    assert not {"anyio", "asyncio", "attr", "sqlite3", "redis", "cryptography", "opentelemetry", "segno"} & loaded
    unused = ("catalogue", "cart", "checkout", "account", "orders", "events", "intents", "order_journal")
    assert not [name for name in loaded if name.startswith(tuple(f"nexus_storefront.{room}." for room in unused))]
    assert not [name for name in loaded if name.startswith("nexus_commerce.api.") or "._async" in name]
    assert len([name for name in loaded if name.startswith("nexus_commerce.models.")]) == 0


def test_a_shop_that_is_ready_loads_no_answer_that_nobody_has_read() -> None:
    loaded = modules_after(
        "from nexus_storefront import Storefront; shop = Storefront('store_x', 'sfpk_x')\n"
        "shop.cart, shop.catalog, shop.checkout"
    )
    later = ("payments.instructions", "payments.from_order", "catalogue.offers", "transport.pages")
    assert not {f"nexus_storefront.{name}" for name in later} & loaded


def test_an_asynchronous_shop_loads_threads_when_its_store_needs_one() -> None:
    loaded = modules_after("from nexus_storefront import AsyncStorefront; AsyncStorefront('store_x', 'sfpk_x')")
    assert "concurrent.futures.thread" not in loaded


def test_what_is_logged_is_printed_only_where_a_program_wants_it(tmp_path: Path) -> None:
    """Whatever of the package it uses: Python prints warnings by itself where nobody has set up a handler."""
    code = f"""
from nexus_storefront.webhooks import Inbox, Receiver
reply = Receiver(Inbox({str(tmp_path / "inbox")!r}), "the secret").receive(b"{{}}", {{}})
assert reply.status == 401
"""
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stderr == ""


def test_the_synchronous_half_loads_nothing_of_the_other() -> None:
    loaded = modules_after(
        "from nexus_storefront import Storefront; shop = Storefront('store_x', 'sfpk_x')\n"
        "shop.auth, shop.cart, shop.catalog, shop.checkout, shop.discounts, shop.events, shop.intents, shop.orders\n"
        "from nexus_storefront.events import Relay; from nexus_storefront.webhooks import WebhookWorker"
    )
    assert not [name for name in loaded if name in ("anyio", "asyncio") or "._async" in name]


def test_names_are_there_and_wrong_ones_are_told() -> None:
    listed = dir(nexus_storefront)
    for name in NAMES:
        assert name in listed
        assert getattr(nexus_storefront, name) is getattr(nexus_storefront, name)
    with pytest.raises(AttributeError, match="module 'nexus_storefront' has no attribute 'Nope'"):
        _ = nexus_storefront.Nope


def test_a_star_brings_every_name() -> None:
    brought: dict[str, object] = {}
    exec("from nexus_storefront import *", brought)
    assert set(brought) - {"__builtins__"} == set(NAMES)


def test_a_star_brings_the_errors_and_nothing_that_they_are_made_with() -> None:
    brought: dict[str, object] = {}
    exec("from nexus_storefront.errors import *", brought)
    assert set(brought) - {"__builtins__", "Effect"} == {
        name for name, found in brought.items() if isinstance(found, type) and issubclass(found, Exception)
    }
    assert {"NotFound", "Effect"} < set(brought)


def seen_by_type_checkers(module: ModuleType) -> set[str]:
    """The public names that a module has where `TYPE_CHECKING` is true, those that come by stars included."""
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    block = next(
        (node.body for node in tree.body if isinstance(node, ast.If) and isinstance(node.test, ast.Name)), tree.body
    )
    names: set[str | None] = set()
    for node in block:
        match node:
            case ast.ImportFrom(module=where, names=[ast.alias(name="*")]):
                names |= seen_by_type_checkers(import_module(f".{where}", module.__name__))
            case ast.ImportFrom(names=aliases):
                names |= {alias.asname for alias in aliases}
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.Assign(targets=[ast.Name(id=name)]):
                names.add(name)
    return {name for name in names if name and (name[0] != "_" or name == "__version__")}


@pytest.mark.parametrize("package", ["nexus_storefront", *(f"nexus_storefront.{name}" for name in LAZY)])
def test_type_checkers_see_the_same_names(package: str) -> None:
    module = import_module(package)
    public = seen_by_type_checkers(module)
    assert public == set(module.__all__) == set(dir(module)) > set()
    assert all(getattr(module, name) is not None for name in public)


@pytest.mark.parametrize(
    ("missing", "code", "extra"),
    [
        ("h2", "Storefront('store_x', 'sfpk_x', http2=True).catalog.count()", "http2"),
        ("opentelemetry.trace", "from nexus_storefront.otel import tracing; tracing()", "otel"),
    ],
)
def test_a_missing_extra_is_named(missing: str, code: str, extra: str) -> None:
    program = f"""
import sys
sys.modules[{missing!r}] = None
from nexus_storefront import MissingExtra, Storefront
try:
    {code}
except MissingExtra as error:
    print(error)
"""
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert f"nexus-storefront[{extra}]" in out.stdout


def test_every_name_of_the_events_can_be_imported_at_once() -> None:
    given: dict[str, object] = {}
    exec("from nexus_storefront.events import *", given)
    assert {"Visit", "EventSettings", "Outbox", "capture_attribution"} <= given.keys()
    assert not given.keys() & {"TYPE_CHECKING", "lazy_names"}
