"""The public names and signatures, held by a text file: a change there is a change for users, so it is made on purpose.

`UPDATE_GOLDEN=1 pytest tests/facade/test_public_api.py` writes the file anew.
"""

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

import nexus_storefront

from tests.support import golden

NAMES: list[str] = import_module("nexus_storefront").__all__
GOLDEN = Path(__file__).parent / "public_api.txt"
GROUPS = (
    "catalog",
    "cart",
    "checkout",
    "orders",
    "auth",
    "account",
    "intents",
    "discounts",
    "events",
)
# Of a group whose module is in another's room.
ROOMS = {
    "catalog": "catalogue",
    "discounts": "catalogue",
    "flow": "checkout",
    "listing": "transport",
}


def describe() -> Iterator[str]:
    for name in sorted(NAMES):
        value = getattr(nexus_storefront, name)
        yield from describe_value(name, value)
    for half in ("_async", "_sync"):
        for module_name in (*GROUPS, "flow", "listing"):
            module = import_module(f"nexus_storefront.{ROOMS.get(module_name, module_name)}.{half}.{module_name}")
            for name, value in sorted(vars(module).items()):
                if inspect.isclass(value) and value.__module__ == module.__name__ and not name.startswith("_"):
                    yield from describe_value(f"{half[1:]}:{module_name}.{name}", value)


def describe_value(name: str, value: object) -> Iterator[str]:
    if inspect.isclass(value):
        bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
        yield f"class {name}({bases})"
        # Not what Python's own classes have: an ImportError of a newer one has more.
        python = {name for base in value.__mro__ if base.__module__ == "builtins" for name in vars(base)}
        for member in sorted({*dir(value)} - (python - {"__init__"})):
            if member == "__init__" or not member.startswith("_"):
                yield from describe_member(value, member)
    elif inspect.isfunction(value):
        yield f"def {name}{signature(value)}"
    else:
        yield f"{name}: {type(value).__name__.replace('UnionType', 'Union')}"  # as Python 3.14 has it


def describe_member(owner: type, name: str) -> Iterator[str]:
    found = inspect.getattr_static(owner, name)
    if isinstance(found, (classmethod, staticmethod)):
        found = found.__func__
    if inspect.isfunction(found):
        if found.__module__.startswith("nexus_storefront"):
            word = "async def" if inspect.iscoroutinefunction(found) or inspect.isasyncgenfunction(found) else "def"
            yield f"    {word} {name}{signature(found)}"
    elif isinstance(found, (property, cached_property)):
        getter: Any = found.fget if isinstance(found, property) else found.func
        told = inspect.get_annotations(owner).get(name) or inspect.signature(getter).return_annotation
        yield f"    {name} -> {told}"
    elif not inspect.ismethoddescriptor(found) or inspect.ismemberdescriptor(found):
        yield f"    {name}"


def signature(function: object) -> str:
    return re.sub(r" at 0x\w+|\btyping\.", "", str(inspect.signature(function)).replace("'", ""))  # type: ignore[arg-type]


def test_the_public_api_is_as_written_down() -> None:
    text = "\n".join(describe()) + "\n"
    if golden.wanted():
        GOLDEN.write_text(text, "utf-8")
        golden.written()
    assert text == GOLDEN.read_text("utf-8")


def test_both_halves_have_the_same_methods() -> None:
    lines = GOLDEN.read_text("utf-8").splitlines()

    def half(prefix: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        inside: list[str] = []
        for line in lines:
            name = line.partition("(")[0]
            if not line.startswith(" "):
                inside = []
                if line.startswith(f"class {prefix}:"):
                    inside = found[name.replace(prefix, "half").replace(".Async", ".").replace(".Sync", ".")] = []
            inside.append(name.replace("async ", "").replace("aclose", "close"))
        return {name: members[1:] for name, members in found.items()}

    assert half("async") == half("sync")
    assert sum(len(members) for members in half("sync").values()) > 100


def test_annotations_of_the_shop_resolve() -> None:
    for shop in (nexus_storefront.Storefront, nexus_storefront.AsyncStorefront):
        assert get_type_hints(shop.with_options)["retry"]


def test_the_version_is_the_projects() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert nexus_storefront.__version__ == project["version"]
