"""`shop.api` reaches every operation of the contract through the shop's transport, in both halves."""

from __future__ import annotations

import inspect
import json
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import httpx
import nexus_commerce.api
import pytest
from _contract.pin import OPENAPI, PROVENANCE_NAME
from nexus_commerce import apaginate, paginate
from nexus_storefront import AsyncStorefront, DecodeError, NotSignedIn, Storefront
from nexus_storefront.transport.routes import route_for

pytestmark = pytest.mark.anyio


def operations() -> Iterator[ModuleType]:
    for package in pkgutil.iter_modules(nexus_commerce.api.__path__, "nexus_commerce.api."):
        for module in pkgutil.iter_modules(import_module(package.name).__path__, f"{package.name}."):
            yield import_module(module.name)


class Recorder:
    def __init__(self) -> None:
        self.seen: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        return httpx.Response(404, json={"error": "Not Found"})


def path_of(operation: Any) -> str:
    path: str = operation.path
    return path.replace("{store_id}", "store_x").replace("{", "").replace("}", "")


async def test_every_operation_is_reached_with_its_identity_only() -> None:
    recorder = Recorder()
    transport = httpx.MockTransport(recorder)
    every = list(operations())
    assert len(every) == json.loads((OPENAPI / PROVENANCE_NAME).read_bytes())["operations"]
    with Storefront("store_x", "sfpk_x", "https://api.test", transport=transport) as shop:
        async with AsyncStorefront("store_x", "sfpk_x", "https://api.test", transport=transport) as other:
            for module in every:
                operation = module.OPERATION
                request = {"method": operation.method, "url": path_of(operation)}
                bearer = route_for(operation.method, operation.path).bearer
                for send, awaited in ((shop.api.send, False), (other.api.asend, True)):
                    recorder.seen.clear()
                    try:
                        answer = send(operation, request)
                        answer = await answer if awaited else answer
                    except NotSignedIn:
                        assert bearer
                        assert recorder.seen == []
                        continue
                    assert not bearer
                    assert answer.status_code == 404
                    (sent, *healing) = recorder.seen
                    assert (sent.method, sent.url.path) == (operation.method, path_of(operation))
                    assert ("x-scalev-storefront-api-key" in sent.headers) is ("/public/" in operation.path)
                    assert not {"authorization", "x-scalev-guest-token", "x-scalev-page-api-key"} & set(sent.headers)
                    assert not healing


async def test_operations_without_a_body_can_be_called_by_their_arguments() -> None:
    recorder = Recorder()
    transport = httpx.MockTransport(recorder)
    called = 0
    with Storefront("store_x", "sfpk_x", "https://api.test", transport=transport) as shop:
        for module in operations():
            parameters = inspect.signature(module.sync_detailed).parameters.values()
            required = [p for p in parameters if p.default is p.empty and p.name != "client"]
            if any(p.kind is p.KEYWORD_ONLY for p in required):
                continue
            if route_for(module.OPERATION.method, module.OPERATION.path).bearer:
                continue
            if any({"pattern", "format"} & set(rules) for rules in getattr(module, "_PATH", {}).values()):
                continue
            detailed = module.sync_detailed(
                *("store_x" if p.name == "store_id" else 1 for p in required), client=shop.api
            )
            assert detailed.status_code == 404, module.__name__
            called += 1
    assert called > 150


async def test_pages_without_an_end_are_an_error_of_the_shops() -> None:
    from nexus_commerce.api.storefront import list_storefront_items as operation

    answers = {"data": [], "has_next": True, "next_cursor": "same"}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=answers))
    shop = Storefront("store_x", "sfpk_x", transport=transport)
    with pytest.raises(DecodeError, match="same cursor") as caught:
        list(paginate(operation, "store_x", client=shop.api))
    async with AsyncStorefront("store_x", "sfpk_x", transport=transport) as other:
        with pytest.raises(DecodeError, match="same cursor"):
            [item async for item in apaginate(operation, "store_x", client=other.api)]
    assert (caught.value.operation_id, caught.value.effect) == ("listStorefrontItems", "refused")


async def test_each_half_refuses_the_others_functions() -> None:
    from nexus_commerce.api.storefront import count_storefront_items as operation

    with Storefront("store_x", "sfpk_x") as shop, pytest.raises(TypeError, match="synchronous client: call"):
        await operation.asyncio("store_x", client=shop.api)
    async with AsyncStorefront("store_x", "sfpk_x") as other:
        with pytest.raises(TypeError, match="asynchronous client: call"):
            operation.sync("store_x", client=other.api)
