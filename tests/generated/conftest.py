"""Packages generated on the fly: a contract goes in, an importable package comes out."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
import yaml
from _codegen.generate import generate
from _contract.normalise import normalise

SHOP = Path(__file__).parent / "shop.yaml"


def render(document: dict[str, Any], out: Path) -> None:
    """Generate a package; nothing of the contract may be left out."""
    assert generate(normalise(document), out) == []


@pytest.fixture(scope="session")
def shop_document() -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load(SHOP.read_text(encoding="utf-8"))
    return document


@pytest.fixture(scope="session")
def shop_folder(tmp_path_factory: pytest.TempPathFactory, shop_document: dict[str, Any]) -> Path:
    """The folder in which `shop_client` lies."""
    folder = tmp_path_factory.mktemp("generated")
    render(shop_document, folder / "shop_client")
    return folder


@pytest.fixture(scope="session")
def shop(shop_folder: Path) -> Iterator[ModuleType]:
    """The package made of shop.yaml."""
    sys.path.insert(0, str(shop_folder))
    yield importlib.import_module("shop_client")
    sys.path.remove(str(shop_folder))


class Wire:
    """What a client sent, and what it is answered."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self.answer = httpx.Response(204)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        return self.answer

    def says(self, status: int, content: bytes | str = b"", **headers: str) -> None:
        self.answer = httpx.Response(status, content=content, headers=headers)

    @property
    def last(self) -> httpx.Request:
        return self.requests[-1]


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def client(shop: ModuleType, wire: Wire) -> Iterator[Any]:
    transport = httpx.MockTransport(wire)
    with shop.Client("https://shop.example/base", httpx_args={"transport": transport}) as client:
        yield client
