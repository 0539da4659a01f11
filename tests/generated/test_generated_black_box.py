"""Contracts of our own with what other people's hold: each works, or is refused in a line that tells the place."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
import yaml
from _codegen.generate import GenerationError
from _codegen.package import PreparedContract, RegenError, build
from _contract.document import ContractError
from _contract.normalise import normalise
from _contract.validate import validate

CONTRACTS = Path(__file__).parent / "contracts"
TEXT = {"type": "string"}
Make = Callable[[dict[str, Any]], ModuleType]


def contract(path: str, *parameters: dict[str, Any], schemas: dict[str, Any] | None = None, **more: Any) -> Any:
    """A document with one operation, `doIt`."""
    operation = {
        "operationId": "doIt",
        "tags": ["it"],
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": {}}}}},
        "parameters": list(parameters),
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "It", "version": "1"},
        "paths": {path: {"post": {**operation, **more}}},
        "components": {"schemas": schemas or {}},
    }


def parameter(name: str, place: str = "path", schema: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "in": place,
        "schema": schema or TEXT,
        **({"required": True} if place == "path" else {}),
        **more,
    }


def answering(schema: dict[str, Any]) -> dict[str, Any]:
    return {"responses": {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}}


def taking(schema: dict[str, Any]) -> dict[str, Any]:
    return {"requestBody": {"content": {"application/json": {"schema": schema}}}}


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Make a package of a contract, as `make regen` does, and import it."""

    def made(document: dict[str, Any]) -> ModuleType:
        validate(document)
        name = f"made_{abs(hash(tmp_path)):x}_{len(list(tmp_path.iterdir()))}"
        build(PreparedContract(document, document, normalise(document)), tmp_path / name)
        monkeypatch.syspath_prepend(tmp_path)
        return importlib.import_module(name)

    return made


class Sent:
    """A client of a made package, and the last request that left it."""

    def __init__(self, package: ModuleType, answer: Any = None) -> None:
        def respond(request: httpx.Request) -> httpx.Response:
            self.request = request
            return httpx.Response(200, content=json.dumps(answer))

        self.client = package.Client("https://it.example", httpx_args={"transport": httpx.MockTransport(respond)})

    @property
    def target(self) -> str:
        return self.request.url.raw_path.decode()


# --- parameters ------------------------------------------------------------------------------------------------------


def several(*documents: dict[str, Any]) -> dict[str, Any]:
    """One document of several with one operation each, `doIt1`, `doIt2` ..."""
    paths = {}
    for number, document in enumerate(documents, 1):
        ((path, item),) = document["paths"].items()
        item["post"]["operationId"] += str(number)
        paths[f"/{number}{path}"] = item
    return {**documents[0], "paths": paths}


VARIABLES = ("storeId", "ID", "store-id", "from", "1st", "a.b", "$id", "_", "Über", "x y")


def test_a_path_variable_of_any_name(make: Make) -> None:
    package = make(several(*(contract(f"/s/{{{name}}}/t", parameter(name)) for name in VARIABLES)))
    sent = Sent(package)
    for number, name in enumerate(VARIABLES, 1):
        operation = getattr(package.api.it, f"do_it_{number}")
        operation.sync("a/b", client=sent.client)
        assert sent.target == f"/{number}/s/a%2Fb/t"
        assert operation.OPERATION.path == f"/{number}/s/{{{name}}}/t"


def test_path_variables_come_in_the_order_of_the_path_wherever_they_stand_in_a_segment(make: Make) -> None:
    package = make(contract("/{b}-{a}/{b}/{c}.json:do", parameter("c"), parameter("a"), parameter("b")))
    sent = Sent(package)
    package.api.it.do_it.sync("B", "A", "C", client=sent.client)
    assert sent.target == "/B-A/B/C.json:do"


def test_one_name_in_path_query_header_and_cookie(make: Make) -> None:
    places = ("path", "query", "header", "cookie")
    package = make(contract("/s/{id}", *(parameter("id", place) for place in places)))
    sent = Sent(package)
    package.api.it.do_it.sync("1", client=sent.client, id_query="2", id_header="3", id_cookie="4")
    assert sent.target == "/s/1?id=2"
    assert (sent.request.headers["id"], sent.request.headers["cookie"]) == ("3", "id=4")


def test_names_that_differ_on_the_wire_only(make: Make) -> None:
    package = make(
        contract(
            "/s", parameter("storeId", "query"), parameter("store_id", "query"), parameter("store_id_query", "query")
        )
    )
    sent = Sent(package)
    package.api.it.do_it.sync(client=sent.client, store_id_query="3", store_id_query_2="1", store_id_query_3="2")
    assert sent.target == "/s?storeId=1&store_id=2&store_id_query=3"


NAMES = (
    "body", "arguments", "client", "request", "self", "OPERATION", "UNSET", "dt", "Any", "_QUERY", "_request",
    "_ANSWERS", "str", "int", "Client", "Unset", "Mapping", "None", "True", "sync", "asyncio", "class", "import",
    "Response",
)  # fmt: skip


@pytest.mark.parametrize("place", ["path", "query"])
def test_a_parameter_called_like_something_in_the_generated_code(make: Make, place: str) -> None:
    path = "/s/{%s}" if place == "path" else "/s%.0s"
    package = make(several(*(contract(path % name, parameter(name, place), **taking(TEXT)) for name in NAMES)))
    sent = Sent(package)
    for number, name in enumerate(NAMES, 1):
        call = getattr(package.api.it, f"do_it_{number}").sync
        own = next(key for key in call.__annotations__ if key not in ("client", "body", "return"))
        call(
            *(["x"] if place == "path" else []),
            client=sent.client,
            body="b",
            **({own: "x"} if place == "query" else {}),
        )
        assert sent.target == (f"/{number}/s/x" if place == "path" else f"/{number}/s?{name}=x")
        assert json.loads(sent.request.content) == "b"


def test_objects_as_text(make: Make) -> None:
    thing = {"type": "object", "properties": {"a": TEXT, "b": {"type": "integer"}}}
    package = make(
        contract(
            "/s",
            parameter("joined", "query", thing, explode=False),
            parameter("spread", "query", thing),
            parameter("deep", "query", thing, style="deepObject"),
            parameter("X-Simple", "header", thing),
            parameter("X-Pairs", "header", thing, explode=True),
        )
    )
    sent = Sent(package)
    package.api.it.do_it.sync(
        client=sent.client, joined={"a": "x", "b": 1}, spread={"a": "y"}, deep={"b": 2}, x_simple={"a": "z", "b": 3},
        x_pairs={"a": "w"},
    )  # fmt: skip
    assert [*sent.request.url.params.multi_items()] == [("joined", "a,x,b,1"), ("a", "y"), ("deep[b]", "2")]
    assert (sent.request.headers["x-simple"], sent.request.headers["x-pairs"]) == ("a,z,b,3", "a=w")


# --- schemas ---------------------------------------------------------------------------------------------------------

JSON_VALUE = {
    "nullable": True,
    "oneOf": [
        {"type": "string"}, {"type": "number"}, {"type": "boolean"},
        {"type": "array", "items": {"$ref": "#/components/schemas/Value"}},
        {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Value"}},
    ],
}  # fmt: skip
VALUE = {"$ref": "#/components/schemas/Value"}
REF = "#/components/schemas/Thing"
MANY = {"type": "array", "items": {"$ref": REF}}
A = {"$ref": "#/components/schemas/A"}


@pytest.mark.parametrize(
    "schemas",
    [
        pytest.param({"Value": JSON_VALUE}, id="any JSON"),
        pytest.param({"Value": {"type": "array", "items": VALUE}}, id="list of itself"),
        pytest.param({"Value": {"type": "object", "additionalProperties": VALUE}}, id="map of itself"),
        pytest.param(
            {
                "Value": {"oneOf": [TEXT, {"$ref": "#/components/schemas/Many"}]},
                "Many": {"type": "array", "items": VALUE},
            },
            id="by way of another",
        ),
    ],
)
def test_values_that_hold_themselves(make: Make, schemas: dict[str, Any]) -> None:
    kept = {"type": "object", "properties": {"value": VALUE, "values": {"type": "array", "items": VALUE}}}
    package = make(
        contract(
            "/s", schemas={**schemas, "Kept": kept}, **answering({"$ref": "#/components/schemas/Kept"}), **taking(VALUE)
        )
    )
    deep: Any = [[[]]] if "object" not in json.dumps(schemas) or "oneOf" in json.dumps(schemas) else {"a": {"b": {}}}
    sent = Sent(package, {"value": deep, "values": [deep]})
    found = package.api.it.do_it.sync(client=sent.client, body=deep)
    assert json.loads(sent.request.content) == deep
    assert (found.value, found.values) == (deep, [deep])


def test_all_of_an_enum_and_a_keyword(make: Make) -> None:
    schemas = {
        "Size": {"type": "string", "enum": ["s", "m", "l"]},
        "Thing": {
            "type": "object",
            "properties": {
                "same": {"allOf": [{"$ref": "#/components/schemas/Size"}, {"description": "of a thing"}]},
                "told": {"allOf": [{"$ref": "#/components/schemas/Size"}], "description": "also", "default": "m"},
                "fewer": {"allOf": [{"$ref": "#/components/schemas/Size"}, {"enum": ["s", "m"]}]},
                "short": {"allOf": [{"type": "string", "minLength": 2}, {"maxLength": 3}]},
                "small": {"type": "integer", "allOf": [{"minimum": 1}, {"minimum": 3, "maximum": 5}]},
                "few": {"allOf": [{"type": "array", "items": {"type": "string"}}, {"maxItems": 2}]},
            },
        },
    }
    package = make(contract("/s", schemas=schemas, **taking({"$ref": "#/components/schemas/Thing"})))
    sent = Sent(package)

    def send(**fields: Any) -> None:
        package.api.it.do_it.sync(client=sent.client, body=package.models.Thing(**fields))

    send(same="l", told="s", fewer="m", short="ab", small=3)
    assert (
        package.models.Thing.__annotations__["same"] == package.models.Thing.__annotations__["told"] == "Size | Unset"
    )
    for wrong in (
        {"same": "x"},
        {"fewer": "l"},
        {"short": "a"},
        {"short": "abcd"},
        {"small": 2},
        {"small": 6},
        {"few": [1]},
        {"few": [*"abc"]},
    ):
        with pytest.raises(package.errors.InvalidRequest, match=rf"^{next(iter(wrong))}(\[0\])?: "):
            send(**wrong)


def test_fields_that_differ_on_the_wire_only(make: Make) -> None:
    names = ("+1", "-1", "a b", "a_b", "aB", "", "_", "a_b_2")
    thing = {"type": "object", "required": ["a b", "aB"], "properties": {key: {"type": "integer"} for key in names}}
    package = make(contract("/s", schemas={"Thing": thing}, **answering({"$ref": REF}), **taking({"$ref": REF})))
    told = {name: number for number, name in enumerate(names)}
    sent = Sent(package, told)
    found = package.api.it.do_it.sync(client=sent.client, body=told)
    assert json.loads(sent.request.content) == told == found.to_dict()
    assert not found.additional_properties
    by_name = [getattr(found, name) for name in package.models.Thing.__annotations__ if not name.startswith("_")]
    assert sorted(by_name) == [*range(len(names))]


def test_an_object_or_a_list_of_them(make: Make) -> None:
    thing = {"type": "object", "properties": {"name": TEXT, "parts": {"oneOf": [{"$ref": REF}, MANY]}}}
    package = make(contract("/s", schemas={"Thing": thing}, **answering({"oneOf": [{"$ref": REF}, MANY]})))
    one = {"name": "a", "parts": [{"name": "b"}, {"name": "c", "parts": {"name": "d"}}]}
    found = package.api.it.do_it.sync(client=Sent(package, one).client)
    assert (found.name, found.parts[0].name, found.parts[1].parts.name) == ("a", "b", "d")
    (found,) = package.api.it.do_it.sync(client=Sent(package, [one]).client)
    assert found.parts[1].parts.name == "d"
    assert package.api.it.do_it.sync(client=Sent(package, "neither").client) == "neither"


def test_a_child_that_narrows_what_its_parent_says(make: Make) -> None:
    schemas = {
        "Kind": {"type": "string", "enum": ["cat", "dog"]},
        "Pet": {"type": "object", "properties": {"kind": {"$ref": "#/components/schemas/Kind"}, "name": TEXT}},
        "Cat": {
            "allOf": [
                {"$ref": "#/components/schemas/Pet"},
                {
                    "type": "object",
                    "properties": {"kind": {"enum": ["cat"], **TEXT}, "name": {"maxLength": 3, **TEXT}},
                },
            ]
        },
    }  # fmt: skip
    package = make(contract("/s", schemas=schemas, **taking({"$ref": "#/components/schemas/Cat"})))
    sent = Sent(package)
    package.api.it.do_it.sync(client=sent.client, body={"kind": "cat", "name": "Tom"})
    for wrong in ({"kind": "dog"}, {"name": "Tiger"}):
        with pytest.raises(package.errors.InvalidRequest):
            package.api.it.do_it.sync(client=sent.client, body=wrong)


PATTERNS = (
    (r"^\p{L}+$", "Žofië", "a1"),
    (r"^[\p{Lu}\d_-]{2,}$", "ÀB-1", "àb"),
    (r"^\P{N}+$", "abc", "a1c"),
    (r"^[^\p{P}]+$", "abc", "a.c"),
    (r"^\p{Uppercase_Letter}\p{gc=Nd}$", "Ж٣", "ж3"),
    (r"^(?<year>\d{4})\/\k<year>$", "2026/2026", "2026/2027"),
    (r"^\u{1F600}$", "\U0001f600", "x"),
    ("^a$", "a", "a\n"),
)


def test_patterns_as_others_write_them(make: Make) -> None:
    texts = [{"type": "string", "pattern": pattern} for pattern, _, _ in PATTERNS]
    package = make(several(*(contract("/s", parameter("q", "query", text)) for text in texts)))
    sent = Sent(package)
    for number, (_, right, wrong) in enumerate(PATTERNS, 1):
        operation = getattr(package.api.it, f"do_it_{number}")
        operation.sync(client=sent.client, q=right)
        with pytest.raises(package.errors.InvalidRequest, match="must match"):
            operation.sync(client=sent.client, q=wrong)


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "line"),
    [
        (
            contract("/s/{a}"),
            "not OpenAPI 3.0: Path parameter 'a' for 'post' operation in '/s/{a}' was not resolved at #/paths/~1s~1{a}",
        ),
        (
            contract("/s/{a}", parameter("a", schema={"type": "array", "items": TEXT})),
            "doIt (post /s/{a}): the path parameter 'a' is an array, which is not sent by the generated client",
        ),
        (
            contract("/s/{a}", parameter("a", schema={"type": "object", "properties": {"b": TEXT}})),
            "doIt (post /s/{a}): the path parameter 'a' is an object, which is not sent by the generated client",
        ),
        (
            contract("/s/{a}", parameter("a", style="label")),
            "doIt (post /s/{a}): the path parameter 'a' has the style label, which is not sent by the generated client",
        ),
        (
            contract("/s", parameter("q", "query", {"type": "string", "pattern": r"^\p{Script=Latin}$"})),
            "doIt (post /s): the query parameter 'q': the pattern '^\\\\p{Script=Latin}$' cannot be checked: "
            "it is no expression of Python (bad escape \\p at position 1)",
        ),
        (
            contract("/s", parameter("q", "query", {"type": "string", "pattern": r"^\p{Han}$"})),
            "doIt (post /s): the query parameter 'q': the pattern '^\\\\p{Han}$' cannot be checked: "
            "Python knows no \\p{Han}",
        ),
        (
            contract("/s", **answering({"$ref": "#/components"})),
            "a schema refers to '#/components', which is not a schema",
        ),
        (
            contract(
                "/s",
                schemas={
                    "A": {"type": "object", "properties": {"k": {"type": "string", "enum": ["x"]}}},
                    "B": {
                        "allOf": [
                            {"$ref": "#/components/schemas/A"},
                            {"properties": {"k": {"type": "string", "enum": ["y"]}}},
                        ]
                    },
                },
            ),
            "allOf describes 'k' in two ways: at #/components/schemas/A/properties/k and at "
            "#/components/schemas/B/allOf/1/properties/k",
        ),
        (
            contract("/s", schemas={"A": {"allOf": [{"allOf": [A]}, {"type": "object", "properties": {"a": TEXT}}]}}),
            "allOf in a circle: #/components/schemas/A → #/components/schemas/A",
        ),
        (
            contract("/s", parameter("q", "query", {"enum": [{"a": 1}]})),
            "an enum value that is neither text nor number, at #/paths/~1s/post/parameters/0/schema",
        ),
        (
            contract("/s", **taking({"allOf": [{"type": "string"}, {"type": "integer"}]})),
            "allOf contradicts itself, or cannot be said in one, at "
            "#/paths/~1s/post/requestBody/content/application~1json/schema",
        ),
    ],
)  # fmt: skip
def test_what_does_not_work_is_refused_in_a_line(make: Make, document: dict[str, Any], line: str) -> None:
    with pytest.raises((RegenError, ContractError)) as caught:
        make(document)
    assert str(caught.value) == line


def test_two_operations_that_would_be_one_module(make: Make) -> None:
    document = contract("/s")
    document["paths"]["/t"] = {"get": {**document["paths"]["/s"]["post"], "operationId": "do_it"}}
    with pytest.raises(RegenError, match=r"^do_it \(get /t\) and doIt \(post /s\) are both it\.do_it: rename one"):
        make(document)


def test_a_generator_that_breaks_is_a_line(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: Any, **options: Any) -> Any:
        raise RecursionError("maximum recursion\ndepth")

    monkeypatch.setattr("openapi_python_client.parser.GeneratorData.from_dict", broken)
    with pytest.raises(
        RegenError, match=r"^the generator cannot read the contract: RecursionError: maximum recursion depth$"
    ):
        make(contract("/s"))


def test_a_formatter_that_fails_is_a_line_after_the_warnings(tmp_path: Path) -> None:
    from _codegen.generate import _format

    (tmp_path / "it.py").write_text("def (:\n")
    with pytest.raises(GenerationError) as caught:
        _format(tmp_path, ["WARNING of the generator"])
    first, second = str(caught.value).split("\n")
    assert first == "WARNING of the generator"
    assert second.startswith("what was generated cannot be formatted: ")
    assert "it.py" in second


# --- all at once -----------------------------------------------------------------------------------------------------


def mixed(name: str) -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load((CONTRACTS / f"{name}.yaml").read_text(encoding="utf-8"))
    return document


def test_a_library(make: Make) -> None:
    package = make(mixed("library"))
    book = {"state": "in", "kind": "book", "sequel": {"state": "lost"}, "label": None}
    sent = Sent(package, book)
    desk = package.api.library_desk
    found = desk.get_book.sync(
        "b", "978", client=sent.client, branch_id_query="q", client_query="c", branch_id_header="h",
        fields={"show": "all", "depth": 2},
    )  # fmt: skip
    assert sent.target == "/branches/b/books/978?client=c&fields=show%2Call%2Cdepth%2C2&branch_id=q"
    assert sent.request.headers["branch-id"] == "h"
    assert (found.state, found.sequel.state) == ("in", "lost")
    with pytest.raises(package.errors.InvalidRequest, match="ISBN: must match"):
        desk.get_book.sync("b", "12", client=sent.client)
    desk.lend_book.sync(
        "b", client=sent.client, body_query="x", body={"name": "Žofia Ö.", "card": "1234", "days": 30, "extra": [[1]]}
    )
    assert sent.target == "/branches/b/loans?body=x"
    for wrong in ({"card": "123"}, {"card": "1234567"}, {"days": 31}, {"name": "R2"}):
        with pytest.raises(package.errors.InvalidRequest):
            desk.lend_book.sync("b", client=sent.client, body_query="x", body={"name": "A", **wrong})
    desk.export_loans.sync("2026-01-01", "2026-02-01", client=sent.client, import_=True)
    assert sent.target == "/loans/2026-01-01/2026-02-01.csv?import=true"
    assert package.api.notes.keep_note.sync(client=sent.client, body={"a": [None, {"b": 1}]}) == book


def test_a_workshop(make: Make, tmp_path: Path) -> None:
    package = make(mixed("workshop"))
    jobs = package.api.class_
    sent = Sent(package, {"number": 5})
    found = jobs.import_.sync(
        "s/1", 7, "x", client=sent.client, body={"steps": [{"what": "saw"}]}, arguments_query="1", request_query="2",
        operation="3", self_="4", unset="5", any_=["6", "7"], sync_query=True, body_header={"a": "8", "b": 9},
        client_header={"a": "10"}, client_cookie="11",
    )  # fmt: skip
    assert found.number == 5
    assert sent.target == "/s%2F1/jobs/7-x?arguments=1&request=2&OPERATION=3&self=4&UNSET=5&Any=6&Any=7&sync=true"
    headers = sent.request.headers
    assert (headers["body"], headers["client"], headers["cookie"]) == ("a,8,b,9", "a=10", "client=11")
    sent = Sent(package, [{"what": "saw"}])
    (step,) = jobs.list_steps.sync("s", client=sent.client, size="small", least="large")
    assert step.what == "saw"
    assert sent.target == "/s/steps?size=small&least=large"
    jobs.change_step.sync("s", 1, client=sent.client, id_query=2, id_header=3, id_cookie=4, body={"steps": []})
    assert sent.target == "/s/steps/1?id=2"


@pytest.mark.full_length
@pytest.mark.parametrize("name", ["library", "workshop"])
def test_type_checkers_accept_what_is_made(make: Make, tmp_path: Path, name: str) -> None:
    package = make(mixed(name))
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path / '.mypy'}"]
    done = subprocess.run([*command, package.__name__], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("Success"), done.stdout
