"""Pinning: what is accepted, what is refused and how, and that a refusal leaves the old pin alone."""

from __future__ import annotations

import copy
import gzip
import http.server
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pin as command
import pytest
from _contract import pin
from _contract.document import ContractError, counts, dump, sha256
from hypothesis import HealthCheck, given, settings, strategies as st
from lengths import DAMAGED_PINS

Document = dict[str, Any]
Write = Callable[[object], Path]


@pytest.fixture
def folder(tmp_path: Path, document: Document, write: Write) -> Path:
    """A folder that holds a pin already."""
    folder = tmp_path / "openapi"
    folder.mkdir()
    put(pin.make_pin(str(write({**document, "info": {"title": "Old", "version": "1"}}))), folder)
    return folder


def put(pinned: pin.Pinned, folder: Path) -> None:
    for name, data in pinned.files().items():
        (folder / name).write_bytes(data)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def refuse(spec: object, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that `pin.py` prints for a document that it refuses."""
    before = contents(folder)
    assert command.main(["--spec", str(spec), "--root", str(folder.parent)]) == 1
    assert contents(folder) == before
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("pin: ")
    assert len(shown.err.splitlines()) == 1
    assert "Traceback" not in shown.err
    return shown.err


def change(document: Document, *path: str | int, value: object) -> Document:
    changed = copy.deepcopy(document)
    place: Any = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return changed


def test_the_committed_pin() -> None:
    provenance = json.loads((pin.OPENAPI / pin.PROVENANCE_NAME).read_text())
    document = pin.load_pin()  # compares its hash with the provenance
    assert counts(document) == {key: provenance[key] for key in ("paths", "operations", "schemas")}
    assert provenance["title"] == document["info"]["title"]
    assert provenance["version"] == document["info"]["version"]
    assert "/" not in provenance.get("read_from", "")
    assert dump(document) == (pin.OPENAPI / pin.PIN_NAME).read_bytes()


def test_pinning_the_pin_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "openapi"
    folder.mkdir()
    for name in (pin.PIN_NAME, pin.PROVENANCE_NAME):
        (folder / name).write_bytes((pin.OPENAPI / name).read_bytes())
    before = contents(folder)
    assert command.main(["--spec", str(folder / pin.PIN_NAME), "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("unchanged: Nexus Commerce API")
    assert contents(folder) == before


def test_a_new_pin(document: Document, write: Write, tmp_path: Path) -> None:
    spec = write(document)
    pinned = pin.make_pin(str(spec), source="https://up.example/openapi.json")
    put(pinned, tmp_path)
    provenance = json.loads((tmp_path / pin.PROVENANCE_NAME).read_text())
    date = provenance.pop("date")
    assert len(date) == len("2026-01-31")
    assert provenance == {
        "source": "https://up.example/openapi.json",
        "read_from": "source.json",
        "source_sha256": sha256(spec.read_bytes()),
        "pin_sha256": sha256((tmp_path / pin.PIN_NAME).read_bytes()),
        "title": "Shop",
        "version": "3.0.0",
        "paths": 2,
        "operations": 2,
        "schemas": 1,
    }
    assert str(tmp_path) not in (tmp_path / pin.PROVENANCE_NAME).read_text()
    # Sentences are no interface: another wording is the same pin.
    assert pin.is_pinned(pin.make_pin(str(write(change(document, "info", "description", value="Ours")))), tmp_path)


def test_a_damaged_pin_is_noticed_and_replaced(folder: Path, document: Document, write: Write) -> None:
    (folder / pin.PIN_NAME).write_bytes((folder / pin.PIN_NAME).read_bytes().replace(b"integer", b"string"))
    with pytest.raises(ContractError, match=r"is not what pin\.json describes"):
        pin.load_pin(folder)
    (folder / pin.PROVENANCE_NAME).write_text("{}")
    with pytest.raises(ContractError, match=r"pin\.json tells no sha256"):
        pin.load_pin(folder)
    made = pin.make_pin(str(write(document)))
    assert not pin.is_pinned(made, folder)
    put(made, folder)
    assert pin.load_pin(folder)["info"]["title"] == "Shop"
    (folder / pin.PROVENANCE_NAME).unlink()
    with pytest.raises(ContractError, match=r"pin\.json: No such file"):
        pin.load_pin(folder)


# Bad documents: each is refused in one line that names the place

GET = ("paths", "/items", "get")
ITEM = ("components", "schemas", "Item")

BAD_DOCUMENTS: dict[str, tuple[tuple[str | int, ...], object, str]] = {
    "dangling reference": (
        (*ITEM, "properties", "name"),
        {"$ref": "#/components/schemas/Nmae"},
        "dangling $ref '#/components/schemas/Nmae' at #/components/schemas/Item/properties/name",
    ),
    "reference to another document": (
        (*ITEM, "properties", "name"),
        {"$ref": "https://other.example/x.json#/Name"},
        "dangling $ref 'https://other.example/x.json#/Name' at #/components/schemas/Item/properties/name",
    ),
    "references in a circle": (
        ("components", "schemas"),
        {"Item": {"$ref": "#/components/schemas/Thing"}, "Thing": {"$ref": "#/components/schemas/Item"}},
        "items: #/components/schemas/Item → #/components/schemas/Thing → #/components/schemas/Item",
    ),
    "dangling discriminator": (
        (*ITEM, "discriminator"),
        {"propertyName": "kind", "mapping": {"a": "#/components/schemas/A"}},
        "dangling $ref '#/components/schemas/A' at #/components/schemas/Item/discriminator/mapping/a",
    ),
    "duplicate operation id": (
        ("paths", "/items/{id}", "get", "operationId"),
        "listItems",
        "duplicate operationId 'listItems' at #/paths/~1items/get and #/paths/~1items~1{id}/get",
    ),
    "no operation id": (GET, {"responses": {"200": {"description": ""}}}, "no operationId at #/paths/~1items/get"),
    "no answers": (GET, {"operationId": "a"}, "'responses' is a required property at #/paths/~1items/get"),
    "path parameter that is not in the path": (
        ("paths", "/items/{id}", "parameters", 0, "name"),
        "idd",
        "Path parameter 'id' for 'get' operation in '/items/{id}' was not resolved at #/paths/~1items~1{id}",
    ),
    "unknown type": ((*ITEM, "type"), "objekt", "'objekt' is not one of"),
    "operation that is text": (GET, "list", "an operation is not an object, at #/paths/~1items/get"),
    "paths that are a list": (("paths",), [], "no object at #/paths"),
    "Swagger 2": (("openapi",), None, "no text at #/openapi"),
    "OpenAPI 3.1": (("openapi",), "3.1.0", "OpenAPI 3.1: make pin takes 3.0, and #/openapi is '3.1.0'"),
}


@pytest.mark.parametrize("case", BAD_DOCUMENTS)
def test_bad_documents(
    case: str, document: Document, folder: Path, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    path, value, expected = BAD_DOCUMENTS[case]
    line = refuse(write(change(document, *path, value=value)), folder, capsys)
    assert expected in line
    assert "source.json: " in line


def test_a_fault_that_the_validator_does_not_place(
    document: Document, folder: Path, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    document["components"]["schemas"]["Lone"] = {"allOf": [{"type": "object"}], "required": ["ghost"]}
    line = refuse(write(document), folder, capsys)
    assert "Required list has not defined properties: ['ghost'] at #/components/schemas/Lone" in line


def test_a_default_that_does_not_hold_is_no_reason_to_refuse(document: Document, write: Write) -> None:
    """Upstream has had such defaults; the generated client sends none."""
    document["paths"]["/items"]["get"]["parameters"][0]["schema"]["default"] = "gone"
    assert b'"default": "gone"' in pin.make_pin(str(write(document))).data


BAD_BYTES: dict[str, tuple[bytes, str]] = {
    "nothing": (b" \n", "empty document"),
    "not OpenAPI": (b'{"hello": "world"}', "not OpenAPI 3.0: there is no text at #/openapi"),
    "a list": (b"[1, 2]", "the document is a list"),
    "a word": (b"hello", "the document is a text"),
    "HTML": (b"\n<!DOCTYPE html><html><body>Not found</body></html>", "HTML or XML instead of OpenAPI"),
    "broken JSON": (b'{"openapi": "3.0.3",\n "info": }', "not JSON: Expecting value at line 2, column 10"),
    "broken YAML": (b"openapi: 3.0.3\ninfo: [1, 2\npaths: {}\n", "neither JSON nor YAML"),
    "not UTF-8": (b'{"openapi": "3.0.3", "x": "caf\xe9"}', "not UTF-8: byte 30 is 0xe9"),
    "half a surrogate pair": (
        b'{"openapi": "3.0.3", "info": {"title": "\\ud800"}}',
        "half a surrogate pair at #/info/title",
    ),
    "a key twice in JSON": (b'{"openapi": "3.0.3", "paths": {}, "paths": {}}', "the key 'paths' appears twice"),
    "a key twice in YAML": (b"openapi: 3.0.3\npaths: {}\npaths: {}\n", 'duplicate key "paths"'),
    "NaN": (b'{"openapi": "3.0.3", "x": NaN}', "NaN is not a JSON value"),
    "infinity in YAML": (b"openapi: 3.0.3\nx: .inf\n", "inf is not a JSON value, at #/x"),
    "a huge number": (b'{"openapi": "3.0.3", "x": ' + b"9" * 5000 + b"}", "not JSON"),
    "binary in YAML": (b"openapi: 3.0.3\nx: !!binary aGk=\n", "is not a JSON value, at #/x"),
    "a key that is a list": (b"openapi: 3.0.3\n? [1, 2]\n: x\n", "a key that is a"),
    "too deep": (b'{"a":' * 20_000 + b"1" + b"}" * 20_000, "nested"),
    "aliases without end": (
        b"a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 12)),
        "too large",
    ),
    "an alias of itself": (b"openapi: 3.0.3\nx: &x [*x]\n", "nested"),
}


@pytest.mark.parametrize("case", BAD_BYTES)
def test_bad_bytes(case: str, folder: Path, write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    data, expected = BAD_BYTES[case]
    assert expected in refuse(write(data), folder, capsys)


def test_bad_files(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere.json: No such file or directory" in refuse(tmp_path / "nowhere.json", folder, capsys)
    assert "Is a directory" in refuse(tmp_path, folder, capsys)
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert "large.json: larger than 20 MB" in refuse(large, folder, capsys)


class Server(http.server.ThreadingHTTPServer):
    """Serves what a test put under a path: (status, headers, body)."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, tuple[int, dict[str, str], bytes | Iterator[bytes]]] = {}
        self.sent = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        status, headers, body = self.server.pages[self.path.partition("?")[0]]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for chunk in [body] if isinstance(body, bytes) else body:
                self.server.sent += self.wfile.write(chunk)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the client had enough

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_url(server: Server, document: Document, write: Write, tmp_path: Path) -> None:
    data = write(document).read_bytes()
    server.pages["/openapi.json"] = (200, {}, data)
    server.pages["/moved"] = (302, {"Location": "/openapi.json"}, b"")
    pinned = pin.make_pin(server.url("/moved?key=s3cret"))
    assert pinned.data == pin.make_pin(str(write(document))).data
    assert pinned.provenance["source"] == server.url("/moved")
    assert pinned.provenance["source_sha256"] == sha256(data)


def test_urls_that_give_no_contract(server: Server, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    half = b'{"openapi": "3.0.3", "info": {'
    server.pages = {
        "/missing": (404, {}, b"{}"),
        "/html": (200, {"Content-Type": "application/json"}, b"<html>Sign in</html>"),
        "/cut": (200, {"Content-Length": "1000"}, half),
        "/circle": (302, {"Location": "/circle"}, b""),
        "/away": (302, {"Location": "file:///etc/passwd"}, b""),
    }
    assert "/missing: answered 404" in refuse(server.url("/missing"), folder, capsys)
    assert "/html: HTML or XML instead of OpenAPI" in refuse(server.url("/html"), folder, capsys)
    assert "/cut: peer closed connection" in refuse(server.url("/cut"), folder, capsys)
    assert "/circle: " in refuse(server.url("/circle"), folder, capsys)
    assert "/away: " in refuse(server.url("/away"), folder, capsys)
    assert "http://127.0.0.1:1/x: " in refuse("http://127.0.0.1:1/x", folder, capsys)


def test_a_large_answer_is_not_read_to_its_end(
    server: Server, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chunk = b" " * (1024 * 1024)
    server.pages["/large"] = (200, {}, (chunk for _ in range(100)))
    assert "/large: larger than 20 MB" in refuse(server.url("/large"), folder, capsys)
    assert server.sent < 60 * len(chunk)
    packed = gzip.compress(chunk * 100)
    server.pages["/packed"] = (200, {"Content-Encoding": "gzip"}, packed)
    assert "/packed: larger than 20 MB" in refuse(server.url("/packed"), folder, capsys)


def test_secrets_of_a_url_are_not_shown(server: Server, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    server.pages["/x"] = (403, {}, b"")
    url = server.url("/x?token=s3cret").replace("//", "//user:hunter2@")
    line = refuse(url, folder, capsys)
    assert "hunter2" not in line
    assert "s3cret" not in line
    assert "/x: answered 403" in line


# Anything at all: an error in one line, or a pin that is a fixed point

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from(["", "string", "object", "$ref", "#/paths", "get"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["$ref", "type", "properties", "get", "schema", "allOf", "x"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


@given(data=st.data())
@settings(
    max_examples=DAMAGED_PINS,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_damage_is_an_error_or_a_pin(data: st.DataObject, document: Document, write: Write) -> None:
    damaged = copy.deepcopy(document)
    place: Any = damaged
    for _ in range(data.draw(st.integers(1, 9))):
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], (dict, list)) or not place[key]:
            break
        parent, place = place, place[key]
    else:
        key, place = key, parent
    place[key] = data.draw(JSON)
    try:
        pinned = pin.make_pin(str(write(damaged)))
    except ContractError as error:
        lines = str(error).splitlines()
    else:
        lines = ["fine"]
        assert pin.make_pin(str(write(pinned.data))).data == pinned.data
    assert len(lines) == 1
