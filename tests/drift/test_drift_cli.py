"""The command: formats, exit codes, and never "no change" after a failure to read."""

from __future__ import annotations

import dataclasses
import json
import re
import threading
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import _drift.report
import drift as command
import jsonschema
import pytest
import yaml
from _contract.document import decode
from _drift.changes import read_changes, write_entry
from _drift.html import as_html
from _drift.load import load
from _drift.outputs import interface_hash, render, shortened
from _drift.report import Report, as_markdown

Json = Any
STRING, INTEGER = {"type": "string"}, {"type": "integer"}
SCHEMA = json.loads((Path(_drift.report.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))
PIN = Path(__file__).parents[2] / "openapi" / "nexus-commerce-v3.json"
OLDEST, OLDER, LATEST = "2026-04-01.json", "2026-05-06.json", "2026-11-21.json"
STATISTICS = ["getOrderStatistics"]


@pytest.fixture
def files(tmp_path: Path, make: Callable[..., Json]) -> Callable[..., list[str]]:
    def write(*documents: Json) -> list[str]:
        paths = [tmp_path / f"{index}.json" for index in range(len(documents))]
        for path, document in zip(paths, documents, strict=True):
            path.write_text(json.dumps(document), encoding="utf-8")
        return [str(path) for path in paths]

    return write


BREAKING = {"answer": {"type": "object", "properties": {"id": INTEGER}}}
ADDITIVE = {
    "answer": {"type": "object", "properties": {"id": INTEGER, "name": STRING, "more": STRING}, "required": ["id"]}
}


@pytest.mark.parametrize(
    ("change", "options", "code"),
    [
        ({}, [], 0),
        ({}, ["--locked"], 0),
        (ADDITIVE, [], 0),
        (ADDITIVE, ["--locked"], 1),
        (ADDITIVE, ["--strict-answers"], 1),
        (BREAKING, [], 1),
        (BREAKING, ["--scope", "all"], 1),
        (BREAKING, ["--scope", "used"], 0),  # the facade uses nothing of it
        (BREAKING, ["--scope", "used", "--locked"], 0),
        ({"operation": {"deprecated": True}}, [], 0),
        ({"operation": {"deprecated": True}}, ["--locked"], 1),
    ],
)
def test_exit_codes(
    change: Json, options: list[str], code: int, files: Callable[..., list[str]], make: Callable[..., Json]
) -> None:
    assert command.main([*files(make(), make(**change)), *options]) == code


def test_against_the_pin_what_we_use_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    revision = json.loads(PIN.read_text(encoding="utf-8"))
    del revision["paths"]["/v3/orders/statistics"]
    del revision["paths"]["/v3/stores/{store_id}/public/cart"]["get"]
    (tmp_path / "revision.json").write_text(json.dumps(revision))
    assert command.main([str(PIN), str(tmp_path / "revision.json"), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["scope"] == "used"
    removed = [finding for finding in report["findings"] if finding["kind"] == "operation-removed"]
    assert {finding["ring"]: finding["operations"] for finding in removed} == {1: ["getGuestCart"], 3: STATISTICS}


HTML_PAGE = "<!doctype html><title>Maintenance</title>"
BAD = {
    "missing": (None, "No such file"),
    "html": (HTML_PAGE, "HTML"),
    "not json": ('{"openapi": ', "line 1"),
    "not yaml": ("a: [", "neither JSON nor YAML"),
    "list": ("[]", "the document is a list"),
    "empty": ("", "empty document"),
    "swagger": ('{"swagger": "2.0", "paths": {}}', "not OpenAPI 3.0"),
    "3.1": ('{"openapi": "3.1.0", "paths": {}}', "OpenAPI 3.1: make pin takes 3.0"),
    "3.1 with webhooks alone": ('{"openapi": "3.1.1", "webhooks": {}}', "OpenAPI 3.1: make pin takes 3.0"),
    "no paths": ('{"openapi": "3.0.3"}', "#/paths"),
    "path item": ('{"openapi": "3.0.3", "paths": {"/a": []}}', "#/paths/~1a"),
    "external": (
        '{"openapi": "3.0.3", "paths": {"/a": {"get": {"responses": {"200": {"$ref": "other.json#/x"}}}}}}',
        "external",
    ),
    "deep": ('{"openapi": "3.0.3", "paths": {}, "x": ' + "[" * 100_000 + "]" * 100_000 + "}", "deep"),
    "deep YAML": ("openapi: 3.0.3\npaths: {}\nx: " + "[" * 30_000 + "]" * 30_000, "deep"),
    "deep block YAML": ("openapi: 3.0.3\npaths: {}\nx:\n" + "".join(" " * n + "- \n" for n in range(1, 3_000)), "deep"),
    "a key twice": ('{"openapi": "3.0.3", "paths": {}, "paths": {}}', "appears twice"),
    "a key twice in YAML": ("openapi: 3.0.3\npaths: {}\npaths: {}", "duplicate key"),
    "no number": ('{"openapi": "3.0.3", "paths": {}, "x": NaN}', "NaN is not a JSON value"),
    "no number in YAML": ("openapi: 3.0.3\npaths: {}\nx: .nan", "nan is not a JSON value"),
    "null as a key": ("openapi: 3.0.3\npaths: {}\nx: {~: 1}", "a key that is a null"),
}


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("side", ["base", "revision"])
def test_what_cannot_be_read_is_no_answer(
    bad: str,
    side: str,
    tmp_path: Path,
    files: Callable[..., list[str]],
    make: Callable[..., Json],
    capsys: pytest.CaptureFixture[str],
) -> None:
    (good,) = files(make())
    path = tmp_path / "bad.json"
    if BAD[bad][0] is not None:
        path.write_text(str(BAD[bad][0]))
    pair = [str(path), good] if side == "base" else [good, str(path)]
    assert command.main(pair) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert BAD[bad][1] in told.err
    assert len(told.err.strip().splitlines()) == 1


def test_not_utf8_and_one_document_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.json").write_bytes(b'{"openapi": "\xff"}')
    assert command.main([str(tmp_path / "bad.json")] * 2) == 2
    assert command.main([str(PIN)]) == 2
    assert "UTF-8" in capsys.readouterr().err


def test_a_bug_is_no_answer(
    files: Callable[..., list[str]],
    make: Callable[..., Json],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(*_: Json, **__: Json) -> Report:
        raise KeyError("surprise")

    monkeypatch.setattr(command, "compare", broken)
    assert command.main(files(make(), make())) == 2
    assert "could not compare: KeyError" in capsys.readouterr().err
    assert command.main([*files(make(), make()), "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_odd_documents_are_compared_all_the_same(files: Callable[..., list[str]], make: Callable[..., Json]) -> None:
    odd = make()
    operation = odd["paths"]["/things/{id}"]["post"]
    operation["parameters"] += [None, {"in": "query"}, {"$ref": "#/nowhere"}]
    operation["responses"]["200"]["content"]["application/json"]["schema"]["properties"] |= {
        "a": None,
        "b": [],
        "c": True,
        "d": {"type": None},
    }
    operation["responses"]["default"] = None
    odd["paths"]["/none"] = {"get": {}, "x-note": 1, "parameters": None}
    odd["components"]["schemas"] = {"Loop": {"allOf": [{"$ref": "#/components/schemas/Loop"}]}}
    operation["requestBody"]["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/Loop"}
    assert command.main(files(odd, odd)) == 0
    assert command.main(files(make(), odd)) == 1


def test_yaml_reads_as_json_does(tmp_path: Path, files: Callable[..., list[str]], make: Callable[..., Json]) -> None:
    document = make(
        answer={"type": "object", "properties": {"on": STRING, "at": {"type": "string", "default": "2026-01-01"}}}
    )
    (tmp_path / "same.yaml").write_text(
        yaml.safe_dump(document).replace("'200':", "200:").replace("'on':", "on:").replace("'2026-01-01'", "2026-01-01")
    )
    assert command.main([files(document)[0], str(tmp_path / "same.yaml"), "--locked"]) == 0


def test_a_word_of_yaml_is_what_it_is_in_yaml_1_2(tmp_path: Path, make: Callable[..., Json]) -> None:
    """The reader of `make pin`: True is a boolean, on a word, 010 ten, 2e5 a number, 12:30 text."""
    written = "{a: True, b: on, c: 010, d: 2e5, e: 12:30, f: 2026-01-01, g: ~, h: &x 1, i: &x 2, j: *x}"
    read = {"a": True, "b": "on", "c": 10, "d": 2e5, "e": "12:30", "f": "2026-01-01", "g": None, "h": 1, "i": 2, "j": 2}
    for name, told in (("drift.yaml", written), ("pin.json", json.dumps(read))):
        (tmp_path / name).write_text(json.dumps(make()).replace('"version": "1"', f'"version": "1", "x-words": {told}'))
    (tmp_path / "drift.yaml").write_text("# as YAML\n" + (tmp_path / "drift.yaml").read_text())
    assert load(str(tmp_path / "drift.yaml")).raw == load(str(tmp_path / "pin.json")).raw
    assert load(str(tmp_path / "drift.yaml")).raw == decode((tmp_path / "drift.yaml").read_bytes())


# over HTTP


class Served(BaseHTTPRequestHandler):
    answers: ClassVar[dict[str, tuple[int, bytes]]] = {}

    def do_GET(self) -> None:
        status, body = self.answers[self.path]
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Served)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_address_is_read_and_failures_are_no_answer(
    address: str, files: Callable[..., list[str]], make: Callable[..., Json], capsys: pytest.CaptureFixture[str]
) -> None:
    body = json.dumps(make()).encode()
    Served.answers = {"/ok": (200, body), "/gone": (503, body), "/page": (200, HTML_PAGE.encode())}
    (good,) = files(make())
    assert command.main([good, f"{address}/ok", "--locked"]) == 0
    assert command.main([good, f"{address}/gone"]) == 2
    assert command.main([good, f"{address}/page"]) == 2
    assert command.main([good, "http://127.0.0.1:1/"]) == 2
    assert "answered 503" in capsys.readouterr().err


# formats


@pytest.mark.xdist_group("past")
def test_json_is_what_its_schema_says(
    make: Callable[..., Json], drift: Callable[..., Report], past: Callable[..., Report]
) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for made in (drift(make(), make()), past(OLDEST, OLDER), past(OLDER, LATEST, used=True)):
        report = json.loads(render(made, "json", command.CHANGES))
        jsonschema.validate(report, SCHEMA, cls=jsonschema.Draft202012Validator)
        classes = [finding["class"] for finding in report["findings"]]
        assert sum(report["counts"][f"ring{ring}"] for ring in (1, 2, 3)) == len(classes)
        assert all(report["counts"][cls] == classes.count(cls) for cls in ("breaking", "additive", "docs-only"))
        marks = [finding["fingerprint"] for finding in report["findings"]]
        assert len(set(marks)) == len(marks)


@pytest.mark.xdist_group("past")
def test_text_is_one_screen(past: Callable[..., Report]) -> None:
    for scope in ("used", "all"):
        made = dataclasses.replace(past(OLDER, LATEST, used=True), scope=scope)
        lines = render(made, "text", command.CHANGES).splitlines()
        assert 10 < len(lines) <= 50
        assert max(map(len, lines)) < 230
        assert lines[0].startswith("breaking: ")
    assert any("Cart.add (facade/nexus_storefront/" in line for line in lines)


def test_output_goes_to_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: Callable[..., list[str]], make: Callable[..., Json]
) -> None:
    out = tmp_path / "deep" / "report.html"
    assert command.main([*files(make(), make(**BREAKING)), "--format", "html", "--output", str(out)]) == 1
    assert capsys.readouterr().out.startswith("breaking: ")
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


class Page(HTMLParser):
    """Tags in balance, and everything a browser would load or run."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loads: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [
            f"{name}={value}"
            for name, value in attrs
            if name in {"src", "href", "srcset", "xlink:href"} or name.startswith("on")
        ]
        if tag not in {"meta", "rect", "line", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


NASTY = "</script><img src=x onerror=alert(1)> `code` [link](http://evil.test) @everyone"


@pytest.mark.xdist_group("past")
def test_html_is_one_page_that_loads_nothing(
    tmp_path: Path, make: Callable[..., Json], drift: Callable[..., Report], past: Callable[..., Report]
) -> None:
    history = tmp_path / "CHANGES.md"
    report = past(OLDEST, OLDER)
    write_entry(history, report, "2026-05-06")
    write_entry(history, past(OLDER, LATEST), "2026-06-01")
    nasty = drift(make(), make(answer={"type": "object", "properties": {NASTY: STRING}}))
    for one in (report, nasty):
        text = as_html(one, read_changes(history))
        page = Page()
        page.feed(text)
        assert (page.open, page.loads) == ([], [])
        assert not {"script", "img", "link", "iframe"} & set(page.tags)
        assert page.tags.count("svg") == 2
        assert "url(" not in text
        assert "@import" not in text
    numbers = re.findall(r'text-anchor="middle">(\d+)</text>', text)
    first, second = read_changes(history)[1], read_changes(history)[0]
    told = [*first.operations, *second.operations, *first.schemas, *second.schemas]
    assert numbers == [str(number) for number in told if number]


def test_names_of_the_document_are_no_markup(make: Callable[..., Json], drift: Callable[..., Report]) -> None:
    text = as_markdown(drift(make(), make(answer={"type": "object", "properties": {NASTY: STRING}})))
    assert "<img" not in text.replace("\\<img", "")
    assert "@everyone" not in text
    assert "](http" not in text.replace("\\](http", "").replace("\\]\\(http", "")


@pytest.mark.xdist_group("past")
def test_changes_are_written_once_and_read_back(tmp_path: Path, past: Callable[..., Report]) -> None:
    file = tmp_path / "CHANGES.md"
    assert read_changes(file) == []
    first, second = past(OLDEST, OLDER), past(OLDER, LATEST)
    write_entry(file, first, "2026-05-06")
    write_entry(file, second, "2026-06-01")
    text = file.read_text(encoding="utf-8")
    write_entry(file, second, "2026-06-02")
    assert file.read_text(encoding="utf-8") == text
    newest, oldest = read_changes(file)
    assert (newest.date, newest.verdict, newest.operations) == ("2026-06-01", "breaking", second.moves.operations)
    assert (oldest.date, oldest.schemas) == ("2026-05-06", first.moves.schemas)
    assert newest.old == oldest.new


# for CI


@pytest.mark.parametrize(
    ("change", "changed", "movable"),
    [
        ({}, False, False),
        (ADDITIVE, True, True),
        ({"operation": {"deprecated": True}}, True, True),
        ({"operation": {"operationId": "alterThing"}}, True, False),  # the facade calls the generated function by it
        ({"operation": {"tags": ["Stuff"]}}, True, False),
        (BREAKING, True, False),
        (
            {"answer": {"type": "object", "properties": {"id": INTEGER, "name": STRING}}},
            True,
            True,
        ),  # breaks, yet not what we read
    ],
)
def test_reports_say_whether_the_pin_can_move(
    change: Json,
    changed: bool,
    movable: bool,
    tmp_path: Path,
    files: Callable[..., list[str]],
    make: Callable[..., Json],
) -> None:
    row = {"method": "Things.change", "file": "", "operation": "changeThing", "sends": [], "reads": ["name"]}
    usage = tmp_path / "usage.json"
    usage.write_text(json.dumps({"errors": [], "rows": [row]}))
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "stale").write_text("yesterday's")
    command.main([*files(make(), make(**change)), "--reports", str(folder), "--usage", str(usage), "--scope", "used"])
    names = {"report.txt", "report.md", "report.html", "report.json", "issue.md", "title", "revision.json", "outputs"}
    assert {path.name for path in folder.iterdir()} == names
    outputs = dict(line.split("=") for line in (folder / "outputs").read_text().splitlines())
    assert (outputs["changed"], outputs["movable"]) == (str(changed).lower(), str(movable).lower())
    assert outputs["hash"] == interface_hash(make(**change))
    assert outputs["source"].endswith("1.json")
    assert json.loads((folder / "revision.json").read_text()) == make(**change)


def test_what_a_failure_leaves_says_so(
    tmp_path: Path, files: Callable[..., list[str]], make: Callable[..., Json]
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "report.json").write_text("{}")
    assert command.main([*files(make()), str(tmp_path / "gone.json"), "--reports", str(folder)]) == 2
    assert {path.name for path in folder.iterdir()} == {"issue.md", "title", "outputs"}
    assert (folder / "outputs").read_text() == "verdict=failed\nchanged=false\nmovable=false\n"
    assert "gone.json: No such file" in (folder / "issue.md").read_text()


def test_the_hash_of_a_contract_is_that_of_its_interface(make: Callable[..., Json]) -> None:
    worded = make(operation={"description": "At length."})
    assert interface_hash(worded) == interface_hash(make()) != interface_hash(make(**ADDITIVE))
    assert interface_hash({"openapi": "3.0.3", "paths": {}}) != interface_hash(
        {"openapi": "3.0.3", "paths": {"/a": {}}}
    )


@pytest.mark.xdist_group("past")
def test_an_issue_holds_so_much(past: Callable[..., Report]) -> None:
    text = as_markdown(past(OLDEST, LATEST))
    cut = shortened(text, 5_000)
    assert len(cut) < 5_200
    assert cut.count("<details>") == cut.count("</details>") == 1
    assert "Cut short" in cut
    assert shortened(text, 10**6) == text
