"""Lists that come in pages: every element, from as few requests as there are pages, and an end in any case."""

from __future__ import annotations

import importlib
import json
from types import ModuleType
from typing import Any

import httpx
import nexus_commerce
import pytest


class Pages:
    """A service with three pages; `odd` changes what an answer says."""

    def __init__(self, **odd: Any) -> None:
        self.odd = odd
        self.asked: list[dict[str, str]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(dict(request.url.params))
        number = int(request.url.params.get("next_cursor", "1"))
        data = [{"kind": "product", "id": 10 * number + index} for index in (1, 2)]
        told = {"data": data, "next_cursor": str(number + 1) if number < 3 else None, **self.odd}
        return httpx.Response(200, content=json.dumps(told))


def client_of(shop: ModuleType, pages: Pages) -> Any:
    return shop.Client("https://shop.example", httpx_args={"transport": httpx.MockTransport(pages)})


ALL = [11, 12, 21, 22, 31, 32]


def test_every_element_page_by_page(shop: ModuleType) -> None:
    pages = Pages()
    elements = shop.paginate(shop.api.shop.list_items, "s", client=client_of(shop, pages), page_size=2)
    assert pages.asked == []
    assert [next(elements).id, next(elements).id] == [11, 12]
    assert pages.asked == [{"page_size": "2"}]
    assert [element.id for element in elements] == ALL[2:]
    assert pages.asked[1:] == [{"page_size": "2", "next_cursor": "2"}, {"page_size": "2", "next_cursor": "3"}]


@pytest.mark.anyio
async def test_every_element_for_async_code(shop: ModuleType) -> None:
    pages = Pages()
    elements = shop.apaginate(shop.api.shop.list_items, "s", client=client_of(shop, pages))
    assert [element.id async for element in elements] == ALL


def test_from_a_cursor_that_was_kept(shop: ModuleType) -> None:
    elements = shop.paginate(shop.api.shop.list_items, "s", client=client_of(shop, Pages()), next_cursor="3")
    assert [element.id for element in elements] == ALL[4:]


@pytest.mark.parametrize(
    "odd",
    [
        {"next_cursor": None},
        {"next_cursor": ""},
        {"has_next": False},
        *({"data": data, "next_cursor": None} for data in (None, 5, "text", {"a": 1})),
    ],
)
def test_the_last_page(shop: ModuleType, odd: dict[str, Any]) -> None:
    pages = Pages(**odd)
    found = list(shop.paginate(shop.api.shop.list_items, "s", client=client_of(shop, pages)))
    assert (len(found), len(pages.asked)) == (0 if "data" in odd else 2, 1)


def test_pages_without_an_end(shop: ModuleType) -> None:
    elements = shop.paginate(shop.api.shop.list_items, "s", client=client_of(shop, Pages(next_cursor="2")))
    with pytest.raises(shop.errors.BrokenPaging, match=r"^listItems: the same cursor came twice$") as caught:
        list(elements)
    assert caught.value.operation_id == "listItems"


@pytest.mark.parametrize("cursor", [5, ["2"], {"a": 1}])
def test_a_cursor_that_is_none(shop: ModuleType, cursor: object) -> None:
    elements = shop.paginate(shop.api.shop.list_items, "s", client=client_of(shop, Pages(next_cursor=cursor)))
    with pytest.raises(shop.errors.BrokenPaging, match="not said as text"):
        list(elements)


def test_every_list_with_cursors_takes_one() -> None:
    lists = 0
    for tag in nexus_commerce.api.__all__:
        for name in getattr(nexus_commerce.api, tag).__all__:
            module = importlib.import_module(f"nexus_commerce.api.{tag}.{name}")
            answer = module.sync.__annotations__["return"]
            model = getattr(nexus_commerce.models, answer, None)
            if "next_cursor" in getattr(model, "__annotations__", {}):
                lists += 1
                assert "next_cursor" in module.sync.__annotations__, name
                assert "data" in model.__annotations__, name
    assert lists > 40
