"""The package as a whole: nothing is loaded before it is used, and the usual tools work on it."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest


def modules_after(folder: Path, code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running some code."""
    run = (
        f"import sys; sys.path.insert(0, {str(folder)!r})\n{code}\nimport json; print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


# --- lazy ------------------------------------------------------------------------------------------------------------


def test_an_operation_loads_only_what_it_uses(shop_folder: Path) -> None:
    loaded = modules_after(shop_folder, "import shop_client.api.shop.list_items")
    ours = {name for name in loaded if name.startswith("shop_client")}
    assert ours == {
        "shop_client", "shop_client._call", "shop_client._check", "shop_client._decode", "shop_client._fields",
        "shop_client._model", "shop_client._patterns", "shop_client.api", "shop_client.api.shop",
        "shop_client.api.shop.list_items", "shop_client.errors", "shop_client.types",
    }  # fmt: skip
    assert not {"httpx", "dateutil", "attr", "attrs"} & loaded


def test_the_package_and_its_lists_load_nothing(shop_folder: Path) -> None:
    loaded = modules_after(shop_folder, "import shop_client; shop_client.models.__all__; shop_client.api.shop.__all__")
    ours = {name for name in loaded if name.startswith("shop_client")}
    assert ours == {"shop_client", "shop_client.models", "shop_client.api", "shop_client.api.shop"}


def test_operations_are_reached_from_api_and_loaded_one_by_one(shop_folder: Path) -> None:
    def loaded(code: str) -> set[str]:
        modules = modules_after(shop_folder, f"from shop_client import api\n{code}")
        return {name for name in modules if name.startswith("shop_client.api.") or name == "httpx"}

    assert loaded("") == set()
    assert loaded("api.shop") == {"shop_client.api.shop"}
    assert loaded("api.shop.list_items.asyncio") == {"shop_client.api.shop", "shop_client.api.shop.list_items"}


def test_a_model_loads_others_when_it_meets_them(shop_folder: Path) -> None:
    def models(code: str) -> set[str]:
        loaded = modules_after(shop_folder, code)
        assert "dateutil" not in loaded
        return {name.rpartition(".")[2] for name in loaded if name.startswith("shop_client.models.")}

    page = "from shop_client.models import ItemPage"
    assert models(page) == {"item_page"}
    assert models(f"{page}; ItemPage.from_json('{{}}')") == {"item_page"}
    used = models(f'{page}; ItemPage.from_json(\'{{"data": [{{"kind": "product", "price": {{}}}}]}}\').data[0].made_at')
    assert {"product", "price"} <= used
    assert not {"cash", "tokens", "order_request"} & used


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["", ".models", ".api", ".api.shop"])
def test_wrong_names_get_the_usual_text(shop: ModuleType, place: str) -> None:
    module: Any = shop
    for part in place.split(".")[1:]:
        module = getattr(module, part)
    with pytest.raises(AttributeError, match=rf"^module 'shop_client{place}' has no attribute 'Nope'$") as caught:
        module.Nope  # noqa: B018
    assert (caught.value.name, caught.value.obj) == ("Nope", module)  # from these Python makes "Did you mean"


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("", {"Client", "api", "models", "errors", "types", "paginate", "apaginate"}),
        (".models", {"Product", "ItemPage", "StatusOfProduct"}),
        (".api", {"shop", "order_desk", "files"}),
        (".api.shop", {"list_items", "create_order"}),
    ],
)
def test_names_are_listed_and_resolve(shop: ModuleType, place: str, names: set[str]) -> None:
    module: Any = shop
    for part in place.split(".")[1:]:
        module = getattr(module, part)
    assert names <= set(module.__all__) <= set(dir(module))
    for name in module.__all__:
        assert getattr(module, name) is getattr(module, name)
    namespace: dict[str, Any] = {}
    exec(f"from shop_client{place} import *", namespace)
    assert names <= set(namespace)


def test_maps_have_a_name_too(shop: ModuleType) -> None:
    assert shop.models.JsonObject == dict[str, Any]


def test_models_pickle_by_their_own_module(shop: ModuleType, shop_folder: Path) -> None:
    page = shop.models.ItemPage.from_dict({"data": [{"kind": "product", "made_at": "2026-01-01"}], "new": 1})
    check = "assert p.data[0].kind == 'product'; assert p.additional_properties == {'new': 1}"
    code = f"import pickle; p = pickle.loads({pickle.dumps(page)!r}); {check}"
    assert "httpx" not in modules_after(shop_folder, code)


# --- types -----------------------------------------------------------------------------------------------------------

USE = """
from typing import assert_type
import datetime as dt
from collections.abc import AsyncIterator
from typing import Any
import shop_client
from shop_client import Client, apaginate, api, paginate
from shop_client.api.shop import create_order, list_items
from shop_client.api.order_desk import cancel_order, get_order
from shop_client.models import Bundle, ItemPage, Order, OrderRequest, Price, Problem, Product, StatusOfProduct
from shop_client.types import Response, Unset

client = Client("https://shop.example")
page = list_items.sync("s", client=client, page_size=3, sort="name")
assert_type(page, ItemPage)
assert_type(list_items.sync_detailed("s", client=client), Response[ItemPage | Problem | str])
assert_type(get_order.sync(1, client=client), Order | None)
assert_type(shop_client.api.shop.list_items.sync(5, client=client), ItemPage)
assert_type(api.shop.list_items.sync(5, client=client), ItemPage)
assert_type(next(paginate(list_items, "s", client=client, sort="name")), Product | Bundle | dict[str, Any])
assert_type(apaginate(list_items, "s", client=client), AsyncIterator[Product | Bundle | dict[str, Any]])
assert_type(page.data, list[Product | Bundle | dict[str, Any]] | None | Unset)
product = Product(id=1, name=None)
assert_type(product.status, StatusOfProduct | str | None | Unset)
assert_type(product.made_at, dt.datetime | str | None | Unset)
assert_type(product.id, int | str | None | Unset)
assert_type(product.weight, float | str | None | Unset)
if product.price:
    assert_type(product.price, Price)
    assert_type(product.price.amount, str | float | None | Unset)
request = OrderRequest(name="a", items=[], when=dt.datetime.now(dt.timezone.utc))
assert_type(request.name, str)
assert_type(request.when, dt.datetime)
assert_type(request.day, dt.date | Unset)
create_order.sync("s", client=client, body=request)
create_order.sync("s", client=client, body={"name": "a"})
product.type_ = "x"
"""

MISUSE = [
    'OrderRequest(name="a", items=[])',
    'OrderRequest(name=1, items=[], when=dt.datetime.now())',
    'OrderRequest(nmae="a")',
    'list_items.sync("s", client=client, sort="size")',
    'list_items.sync(client=client)',
    'create_order.sync("s", client=client)',
    'paginate(list_items, "s", client=client, sort="size")',
    'paginate(create_order, "s", client=client, body={})',
    'request.nmae',
    'page.data[0]',
    'shop_client.api.shop.nope',
    'api.shop.nope',
    'api.nope',
    'from shop_client.models import Nope',
]  # fmt: skip


@pytest.fixture(scope="session")
def typed_folder(shop_folder: Path) -> Path:
    (shop_folder / "use.py").write_text(USE, encoding="utf-8")
    (shop_folder / "misuse.py").write_text(USE + "\n".join(MISUSE) + "\n", encoding="utf-8")
    return shop_folder


@pytest.mark.full_length
@pytest.mark.full_length  # `make check` has both read the committed package
def test_mypy_accepts_the_package_and_refuses_misuse(typed_folder: Path) -> None:
    def mypy(target: str) -> str:
        command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={typed_folder / '.mypy'}"]
        done = subprocess.run([*command, target], cwd=typed_folder, capture_output=True, text=True, check=False)
        return done.stdout

    assert mypy("shop_client").startswith("Success")
    assert mypy("use.py").startswith("Success")
    lines = [line for line in mypy("misuse.py").splitlines() if ": error:" in line]
    assert {int(line.split(":")[1]) for line in lines} == misuse_lines()


@pytest.mark.full_length
@pytest.mark.full_length  # `make check` has both read the committed package
def test_pyright_accepts_the_package_and_refuses_misuse(typed_folder: Path) -> None:
    config = {
        "include": ["shop_client", "use.py", "misuse.py"],
        "typeCheckingMode": "standard",
        "reportUnusedExpression": False,
    }
    (typed_folder / "pyrightconfig.json").write_text(json.dumps(config), encoding="utf-8")
    command = [str(Path(sys.executable).with_name("pyright")), "--outputjson", "--pythonpath", sys.executable]
    done = subprocess.run(command, cwd=typed_folder, capture_output=True, text=True, check=False)
    found = [it for it in json.loads(done.stdout)["generalDiagnostics"] if it["severity"] == "error"]
    assert {Path(it["file"]).name for it in found} == {"misuse.py"}, found
    assert {it["range"]["start"]["line"] + 1 for it in found} == misuse_lines()


def misuse_lines() -> set[int]:
    first = len(USE.splitlines()) + 1
    return set(range(first, first + len(MISUSE)))


# --- the client ------------------------------------------------------------------------------------------------------


def test_many_threads_get_one_connection_pool(shop: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    start = threading.Barrier(8)
    original = httpx.Client.__init__

    def slow(self: httpx.Client, **settings: Any) -> None:
        made.append(self)
        threading.Event().wait(0.02)
        original(self, **settings)

    monkeypatch.setattr(httpx.Client, "__init__", slow)
    client = shop.Client("https://shop.example")
    got = []

    def ask() -> None:
        start.wait()
        got.append(client.http)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert len(got) == 8
    assert set(got) == {made[0]}
    client.close()


def test_a_client_shows_no_secrets(shop: ModuleType) -> None:
    client = shop.Client("https://user:s3cret@shop.example/v3?key=s3cret", headers={"Authorization": "Bearer s3cret"})
    assert repr(client) == "<Client of shop.example>"
    assert "s3cret" not in str(client)


def test_settings_reach_httpx(shop: ModuleType) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(204)

    client = shop.Client(
        "https://shop.example",
        headers={"X-Key": "k"},
        timeout=3.0,
        httpx_args={"transport": httpx.MockTransport(answer), "auth": ("user", "pass")},
    )
    shop.api.order_desk.cancel_order.sync(1, client=client)
    assert seen[0].headers["x-key"] == "k"
    assert seen[0].headers["authorization"].startswith("Basic ")
    assert seen[0].extensions["timeout"]["read"] == 3.0
    client.close()


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("https://it.example/v3", "https://it.example/v3/things"),
        ("https://it.example/v3/", "https://it.example/v3/things"),
        ("https://it.example/proxy/v3", "https://it.example/proxy/v3/things"),
        ("https://it.example", "https://it.example/v3/things"),
        ("https://it.example/v2", "https://it.example/v2/v3/things"),
        ("https://v3", "https://v3/v3/things"),
    ],
)
def test_a_version_in_the_base_url_is_sent_once(shop: ModuleType, wire: Any, base: str, url: str) -> None:
    with shop.Client(base, httpx_args={"transport": httpx.MockTransport(wire)}) as client:
        client.send(shop.api.order_desk.cancel_order.OPERATION, {"method": "GET", "url": "/v3/things"})
    assert str(wire.last.url) == url


def test_a_closed_client_opens_again(shop: ModuleType, wire: Any) -> None:
    client = shop.Client("https://shop.example", httpx_args={"transport": httpx.MockTransport(wire)})
    with client:
        shop.api.order_desk.cancel_order.sync(1, client=client)
        pool = client.http
    assert pool.is_closed
    shop.api.order_desk.cancel_order.sync(1, client=client)
    assert client.http is not pool
    client.close()


@pytest.mark.anyio
async def test_the_async_client_is_closed_by_its_own_exit(shop: ModuleType, wire: Any) -> None:
    client = shop.Client("https://shop.example", httpx_args={"transport": httpx.MockTransport(wire)})
    await client.aclose()
    async with client:
        await shop.api.order_desk.cancel_order.asyncio(1, client=client)
        pool = client.async_http
        assert not pool.is_closed
    assert pool.is_closed


def test_network_trouble_stays_an_error_of_httpx(shop: ModuleType) -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    with (
        shop.Client("https://shop.example", httpx_args={"transport": httpx.MockTransport(refuse)}) as client,
        pytest.raises(httpx.ConnectError),
    ):
        shop.api.order_desk.cancel_order.sync(1, client=client)
