"""Documents small enough to read, and the comparison of two of them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from _drift.load import load, of
from _drift.report import Report, compare
from usage_table import USAGE

Json = Any
HISTORY = Path(__file__).parent / "history"
OBJECT = {"type": "object", "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}, "required": ["id"]}


def make(
    *,
    request: Json = None,
    answer: Json = None,
    error: Json = None,
    operation: dict[str, Json] | None = None,
    item: dict[str, Json] | None = None,
    root: dict[str, Json] | None = None,
    components: dict[str, Json] | None = None,
    path: str = "/things/{id}",
    method: str = "post",
) -> dict[str, Json]:
    """A document with one operation; `operation`, `item` and `root` replace what they name, None takes it away."""
    described: dict[str, Json] = {
        "operationId": "changeThing",
        "tags": ["Things"],
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
        "responses": {"200": content(answer if answer is not None else OBJECT) | {"description": ""}},
        "security": [{"key": []}],
    }
    if method != "get":
        described["requestBody"] = content(request if request is not None else OBJECT)
    if error is not None:
        described["responses"]["400"] = content(error) | {"description": ""}
    merge(described, operation or {})
    document: dict[str, Json] = {
        "openapi": "3.0.3",
        "info": {"title": "Things", "version": "1"},
        "servers": [{"url": "https://api.example.test"}],
        "paths": {path: {method: described}},
        "components": {
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "bearer": {"type": "http", "scheme": "bearer"},
                "oauth": {
                    "type": "oauth2",
                    "flows": {
                        "clientCredentials": {"tokenUrl": "https://a.test/token", "scopes": {"read": "", "write": ""}}
                    },
                },
            }
        },
    }
    merge(document["paths"][path], item or {})
    merge(document["components"], components or {})
    merge(document, root or {})
    return copy.deepcopy(document)


def content(schema: Json) -> dict[str, Json]:
    return {"content": {"application/json": {"schema": schema}}}


def merge(target: dict[str, Json], changes: dict[str, Json]) -> None:
    for name, value in changes.items():
        if value is None:
            target.pop(name, None)
        else:
            target[name] = value


def drift(base: Json, revision: Json, **options: Json) -> Report:
    """Compare two documents given as data or as a path."""
    read = [load(str(one)) if isinstance(one, Path) else of(copy.deepcopy(one)) for one in (base, revision)]
    return compare(*read, **options)


@pytest.fixture(scope="session")
def past() -> Callable[..., Report]:
    """The report of one step of the contract's past, made once for all who look at it and change nothing; those are
    the group `past`. `used`: by the table of what the facade uses."""

    @cache
    def report(base: str, revision: str, *, used: bool = False) -> Report:
        return drift(HISTORY / base, HISTORY / revision, **({"usage": USAGE} if used else {}))

    return report


@pytest.fixture(name="make")
def make_fixture() -> Callable[..., dict[str, Json]]:
    return make


@pytest.fixture(name="drift")
def drift_fixture() -> Callable[..., Report]:
    return drift


@pytest.fixture(name="thing")
def thing_fixture() -> dict[str, Json]:
    return copy.deepcopy(OBJECT)
