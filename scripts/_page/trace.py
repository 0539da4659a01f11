"""Run a program against a store and print which modules it has loaded: run by `bundle.py`, as a process of its own.

Nothing but the standard library and the packages that a page is given can be imported here, as in a page. Requests go
through the standard library too, so that no module of another transport is counted.
"""

from __future__ import annotations

import asyncio
import http.client
import importlib
import importlib.util
import json
import re
import sys
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any


class OnlyThose(MetaPathFinder):
    """Refuses every package that a page does not have."""

    def __init__(self, packages: Sequence[str]) -> None:
        self._there = {*packages, *sys.stdlib_module_names, "__main__", "program"}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in self._there:
            return None  # the next finder's business
        raise ModuleNotFoundError(f"a page has no {fullname}", name=fullname)


class Awaited:
    """A store in memory, to be awaited as a page's is."""

    blocking = False

    def __init__(self, kept: Any) -> None:
        self._kept = kept
        self.close = self._kept.close

    @asynccontextmanager
    async def lease(self, key: str, **how: Any) -> AsyncIterator[Any]:
        with self._kept.lease(key, **how) as lease:
            yield lease

    async def get(self, key: str) -> Any:
        return self._kept.get(key)

    async def put(self, key: str, value: bytes, **how: Any) -> Any:
        return self._kept.put(key, value, **how)

    async def delete(self, key: str, **how: Any) -> Any:
        return self._kept.delete(key, **how)

    async def keys(self, prefix: str) -> Any:
        return self._kept.keys(prefix)


def main(program: str, store_id: str, api_key: str, base_url: str, *packages: str) -> None:
    sys.meta_path.insert(0, OnlyThose(packages))
    import httpx
    from nexus_storefront import AsyncStorefront, MemoryStore

    class Plain(httpx.AsyncBaseTransport):
        """One connection a request; it blocks, which does not matter here."""

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            connection = http.client.HTTPConnection(request.url.host, request.url.port or 80, timeout=30)
            headers = {name: value for name, value in request.headers.items() if name != "accept-encoding"}
            connection.request(request.method, request.url.raw_path.decode(), await request.aread(), headers)
            answer = connection.getresponse()
            content = answer.read()
            connection.close()
            return httpx.Response(answer.status, headers=answer.getheaders(), content=content, request=request)

    async def run() -> None:
        store: Any = Awaited(MemoryStore())
        async with AsyncStorefront(store_id, api_key, base_url, transport=Plain(), store=store) as shop:
            await importlib.import_module("program").main(shop)

    spec = importlib.util.spec_from_file_location("program", program)
    assert spec is not None
    assert spec.loader is not None
    sys.modules["program"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["program"])
    asyncio.run(run())
    whole()
    for name in ("browser.fetch", "browser.page", "browser.page_store", "events.in_page"):
        importlib.import_module(f"nexus_storefront.{name}")
    loaded = {
        name: str(Path(str(module.__file__)).resolve())
        for name, module in sys.modules.items()
        if name.partition(".")[0] in packages and getattr(module, "__file__", None)
    }
    print(json.dumps(loaded))


def whole() -> None:
    """Load what else the same calls may need: a run meets neither every answer nor every turn of events.

    Those are the operations that the loaded modules of ours may call, as a token that has to be refreshed or a password
    that is not enough, and the models that may be in what all these operations send and receive.
    """
    from nexus_commerce import models
    from nexus_commerce._model import Model

    for text in sources("nexus_storefront."):
        for tags, name in re.findall(r"\bapi\.(\w+)\.(\w+)", text) + re.findall(r"\bapi\.(\w+) import (\w+)", text):
            with suppress(ImportError):
                importlib.import_module(f"nexus_commerce.api.{tags}.{name}")
    for text in sources("nexus_commerce.api."):
        load(models, re.findall(r"\w+", text))
    known: set[type[Model]] = set()
    while found := {*Model.__subclasses__()} - known:
        known |= found
        for model in found:
            load(models, words(model._nested))


def sources(prefix: str) -> list[str]:
    return [
        Path(str(sys.modules[name].__file__)).read_text("utf-8") for name in [*sys.modules] if name.startswith(prefix)
    ]


def load(models: ModuleType, names: Iterable[str]) -> None:
    for name in {*names} & {*models.__all__}:
        getattr(models, name)


def words(shape: object) -> Iterator[str]:
    """All words of a shape, the names of models among them."""
    if isinstance(shape, str):
        yield shape
    elif isinstance(shape, Mapping | list | tuple):
        for inside in shape.values() if isinstance(shape, Mapping) else shape:
            yield from words(inside)


if __name__ == "__main__":
    main(*sys.argv[1:])
