"""What the documentation promises to be complete is complete, and its links lead somewhere."""

from __future__ import annotations

import inspect
import re
import tomllib
from importlib import import_module
from pathlib import Path

import attrs
import nexus_storefront
import pytest
from _docs import fields
from nexus_commerce import models
from nexus_commerce._model import wire_names
from nexus_storefront.errors import StorefrontError
from nexus_storefront.signposts import Signposted

NAMES: list[str] = import_module("nexus_storefront").__all__
ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("[!R]*.md"))]


def test_every_error_is_explained() -> None:
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    values = {name: getattr(nexus_storefront, name) for name in NAMES}
    errors = [name for name, value in values.items() if isinstance(value, type) and issubclass(value, Exception)]
    assert StorefrontError.__name__ in errors
    assert [name for name in errors if f"`{name}`" not in page] == []


def test_the_tables_of_fields_are_those_of_the_classes() -> None:
    assert (ROOT / "docs" / "fields.md").read_text("utf-8") == fields.page(), "python scripts/fields.py writes it anew"
    listed = {name for modules in fields.VIEWS.values() for names in modules.values() for name in names}
    for name in listed:
        module = next(it for modules in fields.VIEWS.values() for it, names in modules.items() if name in names)
        kind = getattr(import_module(f"nexus_storefront.{module}"), name)
        rows = list(fields.rows_of_view(kind))
        assert [row.name for row in rows if not row.words] == [], name
        own = {it.name for it in kind.__dict__.get("__attrs_attrs__", ()) if not it.inherited}
        assert own <= {row.name for row in rows} | {"_found"}, name
    for name, (_, words) in ((name, row) for kinds in fields.MODELS.values() for name, row in kinds.items()):
        known = [row.name for row in fields.rows_of_model(name, words)]
        assert known == [field for field in wire_names(getattr(models, name)) if not field.startswith("_")]


def test_every_view_has_a_table_of_its_fields() -> None:
    """A view is a public class of the facade that `attrs` made and a caller does not make."""
    listed = {name for modules in fields.VIEWS.values() for names in modules.values() for name in names}
    given = {"CheckoutPolicy", "EventSettings", "Checkout", "AsyncCheckout"}
    made = {"SyncOtpChallenge", "AsyncOtpChallenge"}  # as `OtpChallenge`
    kinds = {name: getattr(nexus_storefront, name) for name in NAMES}
    views = {name for name, kind in kinds.items() if isinstance(kind, type) and attrs.has(kind)}
    assert views - listed == given | made


def test_every_method_is_on_a_page() -> None:
    """Of the groups of a shop and of a checkout; the tables made from the classes do not count."""
    made = {"coverage.md", "fields.md"}
    text = "\n".join(page.read_text("utf-8") for page in (ROOT / "docs").glob("*.md") if page.name not in made)
    shop = nexus_storefront.Storefront("store_x", "sfpk_x", "http://127.0.0.1:1")
    parts: dict[str, object] = {name: getattr(shop, name) for name in dir(type(shop)) if not name.startswith("_")}
    groups = {name: type(part) for name, part in parts.items() if isinstance(part, Signposted) and name != "api"}
    assert {"cart", "checkout", "orders", "events"} <= groups.keys()
    for name, kind in {**groups, "checkout_": nexus_storefront.Checkout}.items():
        methods = [method for method in dir(kind) if not method.startswith("_")]
        assert [it for it in methods if not re.search(rf"\.{it}\b|\b{it}[(`]", text)] == [], name


def test_the_fields_of_an_intent_are_those_of_the_contract() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", (ROOT / "docs" / "intents.md").read_text("utf-8"), re.MULTILINE))
    for part, kind in (("fields", models.CheckoutIntentFields), ("attribution", models.CheckoutIntentAttribution)):
        assert set(re.findall(r"`(\w+)`", rows[part].partition(" (")[0])) == set(wire_names(kind).values())


def test_the_readme_leads_to_every_page() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    pages = [page.name for page in (ROOT / "docs").glob("*.md") if page.name != "index.md"]
    assert [name for name in pages if f"(docs/{name})" not in readme] == []


def test_every_page_is_in_the_site() -> None:
    site = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert [
        str(page) for page in (ROOT / "docs").rglob("*.md") if f" {page.relative_to(ROOT / 'docs')}" not in site
    ] == []


def test_the_readme_names_every_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    table = (ROOT / "README.md").read_text("utf-8").partition("| extra |")[2].partition("\n\n")[0]
    assert {*re.findall(r"`(\w+)`", re.sub(r"\|[^|]*\|$", "", table, flags=re.MULTILINE))} == {
        *project["optional-dependencies"]
    }


def test_the_readme_names_what_the_core_needs_and_what_a_project_can_be_of() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    readme = (ROOT / "README.md").read_text("utf-8")
    attrs_, httpx_, dateutil = (re.split(r"[^\w-]", each)[0] for each in project["dependencies"])
    assert f"The core needs {httpx_}, {attrs_} and {dateutil}." in readme
    kinds = {folder.name for folder in (ROOT / "starters").iterdir() if folder.is_dir()}
    assert {*re.findall(r"`(\w+)`", readme.partition("with tests (")[2].partition(")")[0])} == kinds


def test_the_readme_names_what_is_no_coroutine_in_the_asynchronous_half() -> None:
    shop = nexus_storefront.AsyncStorefront("store_x", "sfpk_x", "http://127.0.0.1:1")
    parts: dict[str, object] = {name: getattr(shop, name) for name in dir(type(shop)) if not name.startswith("_")}
    groups = {name: part for name, part in parts.items() if isinstance(part, Signposted) and name != "events"}
    plain = {
        f"{name}.{method}"
        for name, part in groups.items()
        for method in dir(type(part))
        if not method.startswith("_") and inspect.isroutine(found := getattr(part, method))
        if not inspect.iscoroutinefunction(found)
    }
    kind = type(shop.events)
    awaited = {name for name in dir(kind) if inspect.iscoroutinefunction(getattr(kind, name))}
    page = (ROOT / "docs" / "events.md").read_text("utf-8")
    named = page.partition("Every method but ")[2].partition(" is a plain")[0]
    assert {name for name in awaited if not name.startswith("_")} == {*re.findall(r"`(\w+)`", named)}
    lists = {"account.addresses", "catalog.items", "locations.search", "locations.subdistricts", "orders.mine"}
    assert plain - lists == {
        *("subscriptions.all", "orders.watch", "checkout.load", "auth.on_signed_out", "auth.token_from_reset_link")
    }
    told = (ROOT / "README.md").read_text("utf-8").partition("is the same with `await`")[2].partition("`aclose`")[0]
    assert plain - lists - {"subscriptions.all"} <= {*re.findall(r"`([\w.]+)`", told)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(((?!https?:)[^)]+)\)", page.read_text("utf-8")):
        name, _, heading = target.partition("#")
        file = (page.parent / name) if name else page
        assert file.exists(), target
        if heading:
            titles = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
            assert heading in [re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles], target
