"""listItems: GET /shops/{shop_id}/items"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._call import Answers, Rules, arguments
from ...types import UNSET, Operation, RequestArgs, Response, Unset

if TYPE_CHECKING:
    import datetime as dt

    from ...client import Client
    from ...models.filter_parameter_of_list_items import FilterParameterOfListItems
    from ...models.item_page import ItemPage
    from ...models.problem import Problem
    from ...models.sort_parameter_of_list_items import SortParameterOfListItems

OPERATION = Operation(
    id="listItems",
    method="GET",
    path="/shops/{shop_id}/items",
    tags=("Shop",),
    security=(),
)

_ANSWERS: Answers[ItemPage, ItemPage | Problem | str] = Answers(
    OPERATION, {200: "ItemPage", 404: "Problem", 429: "$text", (400, 499): "Problem"}
)

_PATH: Rules = {
    "shop_id": {},
}
_QUERY: Rules = {
    "page_size": {"type": ["integer"], "minimum": 1, "maximum": 50},
    "next_cursor": {"type": ["string"]},
    "sort": {"type": ["string"], "enum": ["name", "price"]},
    "ids": {"type": ["array"], "items": {"type": ["integer"]}},
    "tags": {"type": ["array"], "items": {"type": ["string"]}, "join": ","},
    "since": {"type": ["string"], "format": "date"},
    "after": {"type": ["string"], "format": "date-time"},
    "in_stock": {"type": ["boolean"]},
    "filter": {"$ref": "FilterParameterOfListItems", "deep": True},
}
_HEADERS: Rules = {
    "X-Shop-Key": {"type": ["string"]},
    "X-Trace": {"type": ["integer"]},
}
_COOKIES: Rules = {
    "visit": {"type": ["string"]},
}


def _request(
    client: Client,
    shop_id: int | str,
    *,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    sort: SortParameterOfListItems | Unset = UNSET,
    ids: list[int] | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    since: dt.date | Unset = UNSET,
    after: dt.datetime | Unset = UNSET,
    in_stock: bool | Unset = UNSET,
    filter_: FilterParameterOfListItems | Unset = UNSET,
    x_shop_key: str | Unset = UNSET,
    x_trace: int | Unset = UNSET,
    visit: str | Unset = UNSET,
) -> RequestArgs:
    return arguments(
        client,
        OPERATION,
        path=(_PATH, (shop_id,)),
        query=(
            _QUERY,
            (
                page_size,
                next_cursor,
                sort,
                ids,
                tags,
                since,
                after,
                in_stock,
                filter_,
            ),
        ),
        headers=(
            _HEADERS,
            (
                x_shop_key,
                x_trace,
            ),
        ),
        cookies=(_COOKIES, (visit,)),
    )


def sync(
    shop_id: int | str,
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    sort: SortParameterOfListItems | Unset = UNSET,
    ids: list[int] | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    since: dt.date | Unset = UNSET,
    after: dt.datetime | Unset = UNSET,
    in_stock: bool | Unset = UNSET,
    filter_: FilterParameterOfListItems | Unset = UNSET,
    x_shop_key: str | Unset = UNSET,
    x_trace: int | Unset = UNSET,
    visit: str | Unset = UNSET,
) -> ItemPage:
    """List items.

    All items of a shop.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        shop_id,
        page_size=page_size,
        next_cursor=next_cursor,
        sort=sort,
        ids=ids,
        tags=tags,
        since=since,
        after=after,
        in_stock=in_stock,
        filter_=filter_,
        x_shop_key=x_shop_key,
        x_trace=x_trace,
        visit=visit,
    )
    return _ANSWERS.body(client, client.send(OPERATION, request))


async def asyncio(
    shop_id: int | str,
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    sort: SortParameterOfListItems | Unset = UNSET,
    ids: list[int] | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    since: dt.date | Unset = UNSET,
    after: dt.datetime | Unset = UNSET,
    in_stock: bool | Unset = UNSET,
    filter_: FilterParameterOfListItems | Unset = UNSET,
    x_shop_key: str | Unset = UNSET,
    x_trace: int | Unset = UNSET,
    visit: str | Unset = UNSET,
) -> ItemPage:
    """List items.

    All items of a shop.

    Returns the body of the 2xx answer. Raises `ErrorStatus` on every other status code, `UndecodableBody` where the
    body is not what the contract promises.
    """
    request = _request(
        client,
        shop_id,
        page_size=page_size,
        next_cursor=next_cursor,
        sort=sort,
        ids=ids,
        tags=tags,
        since=since,
        after=after,
        in_stock=in_stock,
        filter_=filter_,
        x_shop_key=x_shop_key,
        x_trace=x_trace,
        visit=visit,
    )
    return _ANSWERS.body(client, await client.asend(OPERATION, request))


def sync_detailed(
    shop_id: int | str,
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    sort: SortParameterOfListItems | Unset = UNSET,
    ids: list[int] | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    since: dt.date | Unset = UNSET,
    after: dt.datetime | Unset = UNSET,
    in_stock: bool | Unset = UNSET,
    filter_: FilterParameterOfListItems | Unset = UNSET,
    x_shop_key: str | Unset = UNSET,
    x_trace: int | Unset = UNSET,
    visit: str | Unset = UNSET,
) -> Response[ItemPage | Problem | str]:
    """List items.

    All items of a shop.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        shop_id,
        page_size=page_size,
        next_cursor=next_cursor,
        sort=sort,
        ids=ids,
        tags=tags,
        since=since,
        after=after,
        in_stock=in_stock,
        filter_=filter_,
        x_shop_key=x_shop_key,
        x_trace=x_trace,
        visit=visit,
    )
    return _ANSWERS.detailed(client, client.send(OPERATION, request))


async def asyncio_detailed(
    shop_id: int | str,
    *,
    client: Client,
    page_size: int | Unset = UNSET,
    next_cursor: str | Unset = UNSET,
    sort: SortParameterOfListItems | Unset = UNSET,
    ids: list[int] | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    since: dt.date | Unset = UNSET,
    after: dt.datetime | Unset = UNSET,
    in_stock: bool | Unset = UNSET,
    filter_: FilterParameterOfListItems | Unset = UNSET,
    x_shop_key: str | Unset = UNSET,
    x_trace: int | Unset = UNSET,
    visit: str | Unset = UNSET,
) -> Response[ItemPage | Problem | str]:
    """List items.

    All items of a shop.

    Returns the whole answer, whatever its status code; `parsed` is its body where the contract documents one.
    """
    request = _request(
        client,
        shop_id,
        page_size=page_size,
        next_cursor=next_cursor,
        sort=sort,
        ids=ids,
        tags=tags,
        since=since,
        after=after,
        in_stock=in_stock,
        filter_=filter_,
        x_shop_key=x_shop_key,
        x_trace=x_trace,
        visit=visit,
    )
    return _ANSWERS.detailed(client, await client.asend(OPERATION, request))
