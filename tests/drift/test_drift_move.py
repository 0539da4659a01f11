# ruff: noqa: E501 - documents and expectations read best on one line
"""Moving the pin: all of it or nothing, what is written down, and what is named as no longer fitting."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from _codegen.package import RegenError
from _contract.document import ContractError, dump, sha256
from _contract.pin import PIN_NAME, Pinned, load_pin
from _drift import move as moving
from _drift.cassettes import check_cassettes
from _drift.changes import read_changes
from _drift.move import Places
from _drift.public_api import compare_api, read_api
from nexus_sandbox.contract.newer import add_newer

Json = Any
STRING, INTEGER = {"type": "string"}, {"type": "integer"}
ROOT = Path(__file__).parents[2]

# the public API of a generated package


OLD = {
    "client.py": "class Client: ...\n",
    "types.py": "class Unset: ...\nUNSET = Unset()\n",
    "__init__.py": "",
    "api/__init__.py": "",
    "api/shop/__init__.py": "",
    "models/__init__.py": "from .cat import Cat\nfrom .order import Order\nfrom .order_request import OrderRequest\nfrom .state import State\n",
    "models/cat.py": 'class Cat:\n    """`Cat` of the contract, as it is received."""\n\n    name: str\n',
    "models/state.py": 'from typing import Literal, TypeAlias\n\nState: TypeAlias = Literal["open", "done"]\n',
    "models/order.py": '''from __future__ import annotations
from typing import TYPE_CHECKING
from ..types import UNSET, Unset
if TYPE_CHECKING:
    from .cat import Cat
    from .state import State
class Order:
    """`Order` of the contract, as it is received."""
    id: int
    cat: Cat
    state: State | Unset
    _hidden: int
''',
    "models/order_request.py": '''from __future__ import annotations
from ..types import UNSET, Unset
class OrderRequest:
    """`OrderRequest` of the contract, only ever sent."""
    note: str | Unset
    def __init__(self, *, note: str | Unset = UNSET) -> None: ...
''',
    "api/shop/get_order.py": '''from __future__ import annotations
from typing import TYPE_CHECKING
from ...types import UNSET, Unset
if TYPE_CHECKING:
    from ...client import Client
    from ...models.order import Order
def _request() -> None: ...
def sync(id: int, *, client: Client, expand: str | Unset = UNSET) -> Order: ...
''',
    "api/shop/drop_order.py": '''from __future__ import annotations
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from ...client import Client
def sync(id: int, *, client: Client) -> None: ...
''',
}  # fmt: skip


def package(folder: Path, **changes: str | None) -> Path:
    files = {**OLD, **{name.replace("__", "/"): text for name, text in changes.items()}}
    made = folder / "shop_client"
    for name, text in files.items():
        if text is not None:
            path = made / (name if name.endswith(".py") else f"{name}.py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return made


def test_the_public_api_is_read_without_importing(tmp_path: Path) -> None:
    names = read_api(package(tmp_path)).names()
    assert names["api.shop.get_order.sync"] == "(id: int, *, client: Client, expand: str | Unset=UNSET) -> Order"
    assert names["models.Order.cat"] == "Cat"
    assert names["models.State"] == "Literal['open', 'done']"
    assert "models.Order._hidden" not in names


def test_the_old_api_is_type_checked_against_the_new(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    order = (
        OLD["models/order.py"].replace("id: int", "id: str").replace("    cat: Cat\n", "    cat: Cat\n    extra: str\n")
    )
    new = package(
        tmp_path / "new",
        **{
            "models/order.py": order,
            "models/order_request.py": OLD["models/order_request.py"].replace("*, note", "*, shop: int, note"),
            "models/state.py": OLD["models/state.py"].replace('"done"', '"ended"'),
            "api/shop/get_order.py": OLD["api/shop/get_order.py"].replace("expand: str | Unset = UNSET", "lang: str"),
            "api/shop/drop_order.py": None,
            "api/shop/list_orders.py": OLD["api/shop/drop_order.py"],
        },
    )
    changes = compare_api(old, new)
    assert changes.gone == ["api.shop.drop_order.asyncio", "api.shop.drop_order.sync"]
    assert changes.new == ["api.shop.list_orders.asyncio", "api.shop.list_orders.sync", "models.Order.extra"]
    assert changes.changed == [
        "api.shop.get_order.asyncio", "api.shop.get_order.sync", "models.Order.id", "models.State",
    ]  # fmt: skip
    broken = dict(line.split(": ", 1) for line in changes.broken)
    assert broken.keys() == {"api.shop.get_order.sync", "models.Order.id", "models.OrderRequest"}
    assert 'Unexpected keyword argument "expand"' in broken["api.shop.get_order.sync"]
    assert '"str"' in broken["models.Order.id"]
    assert 'Missing named argument "shop"' in broken["models.OrderRequest"]


def test_nothing_is_broken_by_what_is_added(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    more = OLD["api/shop/get_order.py"].replace(
        "expand: str | Unset = UNSET", "expand: str | int | Unset = UNSET, lang: str | Unset = UNSET"
    )
    new = package(tmp_path / "new", **{"api/shop/get_order.py": more})
    changes = compare_api(old, new)
    assert (changes.gone, changes.broken) == ([], [])
    assert changes.changed == ["api.shop.get_order.asyncio", "api.shop.get_order.sync"]
    same = compare_api(old, old)
    assert (same.gone, same.new, same.changed, same.broken) == ([], [], [], [])


# recordings


def exchange(method: str = "POST", path: str = "/things/7", *, body: Json = None, status: int = 200, answer: Json = None,
             host: str = "https://api.example.test", kind: str = "application/json") -> Json:  # fmt: skip
    return {
        "request": {"method": method, "uri": host + path, "body": json.dumps(body) if body is not None else "",
                    "headers": {"Content-Type": ["application/json"]}},
        "response": {"status": {"code": status, "message": ""}, "headers": {"content-type": [kind]},
                     "body": {"string": json.dumps(answer) if answer is not None else ""}},
    }  # fmt: skip


@pytest.fixture
def problems(tmp_path: Path) -> Callable[..., list[str]]:
    def check(document: Json, *exchanges: Json) -> list[str]:
        folder = tmp_path / "cassettes"
        folder.mkdir(exist_ok=True)
        (folder / "tape.yaml").write_text(yaml.safe_dump({"version": 1, "interactions": list(exchanges)}))
        return [str(misfit) for misfit in check_cassettes(document, folder)]

    return check


GOOD = {"id": 1, "name": "x"}


def test_what_fits_is_silent(problems: Callable[..., list[str]], make: Callable[..., Json]) -> None:
    document = make(
        answer={"type": "object", "properties": {"a": STRING | {"nullable": True}, "b": {"nullable": True, "allOf": [{"$ref": "#/components/schemas/B"}]}}},
        components={"schemas": {"B": {"type": "object", "properties": {"c": {"type": "string", "enum": ["x"], "nullable": True}}}}},
        operation={"parameters": [{"name": "id", "in": "path", "required": True, "schema": STRING},
                                  {"name": "n", "in": "query", "schema": INTEGER},
                                  {"name": "q", "in": "query", "schema": STRING},
                                  {"name": "ids", "in": "query", "schema": {"type": "array", "items": INTEGER}}]},
    )  # fmt: skip
    ok = [
        exchange(body=GOOD, answer={"a": None, "b": None}),
        exchange(path="/things/7?n=3&q=3&ids=1&ids=2", body=GOOD, answer={"a": "x", "b": {"c": None}}),
        exchange("PUT", "/bucket/x", host="https://storage.example.test", status=403),
    ]
    assert problems(document, *ok) == []


MISFITS = [
    (exchange("GET", body=GOOD), "GET /things/7: no such operation"),
    (exchange(path="/other", body=GOOD), "POST /other: no such operation"),
    (exchange(body=GOOD, answer=GOOD, host="https://elsewhere.test"), "changeThing: server elsewhere.test"),
    (exchange(path="/things/7?page=1", body=GOOD, answer=GOOD), "changeThing: query page is not in the contract"),
    (exchange(body={"name": 3, "id": 1}, answer=GOOD), 'changeThing: request: name: int breaks type "string"'),
    (exchange(body={"name": "x"}, answer=GOOD), "changeThing: request: body: id is missing"),
    (exchange(body=GOOD, answer={"id": "x"}), 'changeThing: 200: id: str breaks type "integer"'),
    (exchange(body=GOOD, answer={"id": None}), 'changeThing: 200: id: NoneType breaks type "integer"'),
    (exchange(body=GOOD, status=418), "changeThing: status 418 is not documented"),
    (exchange(body=GOOD), "changeThing: 200 without its body"),
    (exchange(body=GOOD, answer=GOOD, kind="text/html"), "changeThing: 200 media type text/html is not documented"),
]


@pytest.mark.parametrize(("recorded", "problem"), MISFITS, ids=[problem for _, problem in MISFITS])
def test_what_does_not_fit_is_named_by_operation(
    recorded: Json, problem: str, problems: Callable[..., list[str]], make: Callable[..., Json]
) -> None:
    (found,) = problems(make(), recorded)
    assert found.startswith(f"tape #1: {problem}")


def test_required_query_body_and_closed_objects(problems: Callable[..., list[str]], make: Callable[..., Json]) -> None:
    document = make(request={"type": "object", "properties": {"a": STRING}, "additionalProperties": False})
    operation = document["paths"]["/things/{id}"]["post"]
    operation["parameters"].append({"name": "shop", "in": "query", "required": True, "schema": INTEGER})
    operation["requestBody"]["required"] = True
    assert problems(
        document, exchange(path="/things/7?shop=x", answer=GOOD), exchange(body={"b": "secret"}, answer=GOOD)
    ) == [
        'tape #1: changeThing: query shop: str breaks type "integer"',
        "tape #1: changeThing: a request body is required",
        "tape #2: changeThing: query shop is required",
        "tape #2: changeThing: request: body: b is not in the contract",
    ]


def test_our_recordings_fit_the_pin() -> None:
    pin = json.loads((ROOT / "openapi" / PIN_NAME).read_text(encoding="utf-8"))
    corrected, lost = moving.correct(pin, ROOT / "openapi" / "overlay.yaml")
    assert lost == []
    assert check_cassettes(add_newer(copy.deepcopy(corrected)), ROOT / "tests" / "cassettes") == []
    old = json.loads((Path(__file__).parent / "history" / "2026-05-06.json").read_text(encoding="utf-8"))
    assert {misfit.problem for misfit in check_cassettes(old, ROOT / "tests" / "cassettes")} >= {"no such operation"}


def test_headers_that_a_recording_was_made_without(
    problems: Callable[..., list[str]], make: Callable[..., Json], tmp_path: Path
) -> None:
    def document(sent: Json, *, answered: Json) -> Json:
        path = {"name": "id", "in": "path", "required": True, "schema": STRING}
        made = make(operation={"parameters": [path, *({"in": "header", "schema": STRING, **one} for one in sent)]})
        made["paths"]["/things/{id}"]["post"]["responses"]["200"]["headers"] = answered
        return made

    token = {"X-Token": {"schema": STRING}, "X-Left": {"schema": INTEGER}}
    before = document([{"name": "X-Key", "required": True}], answered=token)
    recorded = exchange(body=GOOD, answer=GOOD)
    recorded["response"]["headers"] |= {"x-token": ["t"], "x-left": ["3"]}
    assert problems(before, recorded) == []
    after = document(
        [{"name": "X-Key", "required": True}, {"name": "X-Shop", "required": True}],
        answered={"X-Seen": {"required": True, "schema": STRING}, "X-Left": {"schema": {"type": "boolean"}}},
    )
    assert check_cassettes(after, tmp_path / "cassettes", before=after) == []  # nothing that is new
    assert [str(misfit) for misfit in check_cassettes(after, tmp_path / "cassettes", before=before)] == [
        "tape #1: changeThing: request header X-Shop is required",
        "tape #1: changeThing: 200 without its header X-Seen",
        'tape #1: changeThing: 200 header x-left: int breaks type "boolean"',
        "tape #1: changeThing: 200 header X-Token is not documented",
    ]


# the whole of it


TABLE = {
    "errors": [],
    "rows": [
        {
            "method": "Things.change",
            "file": "facade/things.py",
            "operation": "changeThing",
            "sends": [],
            "reads": ["name"],
        },
        {"method": "Things.read", "file": "", "operation": "readThing", "sends": [], "reads": []},
    ],
}
OVERLAY = """
overlay: 1.0.0
info: {title: t, version: 1.0.0}
actions:
  - {target: $.paths.*.post, description: why, update: {summary: Words}}
  - {target: $.paths.*.get, description: why, update: {summary: Words}}
"""
READ = {"get": {"operationId": "readThing", "tags": ["Things"], "responses": {"200": {"description": ""}},
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": STRING}]}}  # fmt: skip


@pytest.fixture
def places(tmp_path: Path, make: Callable[..., Json]) -> Places:
    """A small repository with a pin, and everything that looks at it."""
    places = Places(tmp_path)
    put(make(item=READ), places)
    (places.openapi / "overlay.yaml").write_text(OVERLAY)
    places.usage.write_text(json.dumps(TABLE))
    places.page.parent.mkdir()
    (tmp_path / "facade").mkdir()
    (tmp_path / "facade" / "things.py").write_text("class AsyncThings:\n    async def change(self): ...\n")
    places.cassettes.mkdir(parents=True)
    recorded = {
        "version": 1,
        "interactions": [exchange(body=GOOD, answer=GOOD), exchange(body=GOOD, answer={"name": "x"})],
    }
    (places.cassettes / "tape.yaml").write_text(yaml.safe_dump(recorded))
    places.generated.parent.mkdir()
    shutil.move(package(tmp_path), places.generated)
    return places


def pinned(document: Json) -> Pinned:
    data = dump(document)
    return Pinned(document, data, {"date": "2026-07-01", "pin_sha256": sha256(data)})


def put(document: Json, places: Places) -> None:
    places.openapi.mkdir()
    for name, data in pinned(document).files().items():
        (places.openapi / name).write_bytes(data)


def contents(places: Places) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(places.root.rglob("*")) if path.is_file()}


@pytest.fixture
def generate(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put something small in the place of the generator."""

    def use(problem: str = "", **changes: str | None) -> None:
        def build(document: Json, out: Path) -> None:
            if problem:
                raise RegenError(problem)
            shutil.move(package(out.parent, **changes), out)

        monkeypatch.setattr(moving, "build", build)
        monkeypatch.setattr(moving, "load_document", lambda folder: load_pin(folder))

    return use


CAT = OLD["models/cat.py"].replace("name: str", "name: int")


@pytest.fixture
def after(make: Callable[..., Json]) -> Json:
    """The next contract: a field and an operation fewer, an id of another type, an operation of the same tag and one of another more."""
    new = make(answer={"type": "object", "properties": {"id": STRING}, "required": ["id"]})
    for path, tag in (("/wishes/{id}", "Things"), ("/bills/{id}", "Money")):
        new["paths"][path] = {"get": READ["get"] | {"operationId": f"read{tag}", "tags": [tag]}}
    return new


def test_a_move_writes_everything_and_names_what_no_longer_fits(
    places: Places, after: Json, generate: Callable[..., None]
) -> None:
    generate(**{"models/cat.py": CAT})
    found = moving.move(pinned(after), places)
    assert found is not None
    assert found.stopped == ""
    out = moving.report_text(found)
    assert out.startswith("breaking: 2 changes break what we use")
    for line in (
        "new storefront operations: decide: wrap, or list as not wrapped: readThings\n",
        "overlay actions that no longer apply: none",
        "Things.read: readThing",
        'changeThing: 200: id: int breaks type "string" (tape #1)',
        "models.Cat.name: Incompatible types",
        "name gone",
        "  Things.change (facade/things.py:2): changeThing answer: name gone",
    ):
        assert line in out
    assert load_pin(places.openapi) == after
    assert (places.generated / "models" / "cat.py").read_text() == CAT
    (entry,) = read_changes(places.openapi / "CHANGES.md")
    assert (entry.date, entry.verdict, entry.operations) == ("2026-07-01", "breaking", (2, 1, 1))
    assert "decide: wrap, or list as not wrapped: readThings" in (places.openapi / "CHANGES.md").read_text()
    assert "`POST /things/{id}`" in places.page.read_text()
    assert not list(places.build.iterdir())
    assert moving.move(pinned(after), places) is None


def test_without_a_client_nothing_moves(places: Places, after: Json, generate: Callable[..., None]) -> None:
    generate("overlay action 2 finds nothing")
    before = contents(places)
    found = moving.move(pinned(after), places)
    assert found is not None
    assert found.stopped == "overlay action 2 finds nothing"
    assert "breaking" in moving.report_text(found)
    assert contents(places) == before


@pytest.mark.parametrize("fails", range(8))
def test_a_move_that_is_interrupted_leaves_what_was_there(
    fails: int, places: Places, after: Json, generate: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever rename fails, the last one of them included, and with an interrupt as with a full disk."""
    generate(**{"models/cat.py": CAT})
    monkeypatch.setattr(moving, "compare_api", partial(compare_api, check=False))  # by a process, and shown above
    (places.openapi / "CHANGES.md").write_text("# Ours\n")
    before = contents(places)
    rename, seen = Path.rename, iter(range(100))

    def failing(self: Path, target: Path) -> Path:
        if next(seen) == fails:
            raise KeyboardInterrupt if fails % 2 else OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises((OSError, KeyboardInterrupt)):
        moving.move(pinned(after), places)
    assert contents(places) == before


def test_a_comparison_without_an_answer_moves_nothing(
    places: Places, after: Json, generate: Callable[..., None]
) -> None:
    generate()
    (places.openapi / PIN_NAME).write_text("<html>")
    before = contents(places)
    with pytest.raises(ContractError, match="HTML"):
        moving.move(pinned(after), places)
    assert contents(places) == before
