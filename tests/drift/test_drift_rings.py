"""How near a change is to what the facade uses, with method, file and line."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from _drift.accept import load_entries
from _drift.load import CannotCompare
from _drift.observed import load_sightings
from _drift.report import Report, as_json, as_text
from _drift.usage import Usage, UsageRow, dump_usage, load_usage, missing

Json = Any
STRING, INTEGER = {"type": "string"}, {"type": "integer"}

THINGS = "facade/shop/_async/things.py"
TABLE = {
    "errors": ["error_code"],
    "rows": [
        {"method": "Things.change", "file": THINGS, "operation": "changeThing",
         "sends": ["query:page_size", "note", "lines[].count", "header:x-trace"],
         "reads": ["data[].price.min", "total", "header:x-total"]},
        {"method": "Things.gone", "file": THINGS, "operation": "goneThing", "sends": [], "reads": []},
    ],
}  # fmt: skip
SOURCE = """
class AsyncThings:
    def other(self): ...

    async def change(self): ...
"""


@pytest.fixture
def usage(tmp_path: Path) -> Usage:
    (tmp_path / THINGS).parent.mkdir(parents=True)
    (tmp_path / THINGS).write_text(SOURCE)
    (tmp_path / "openapi").mkdir()
    (tmp_path / "openapi" / "facade_usage.json").write_text(json.dumps(TABLE))
    return load_usage(tmp_path / "openapi" / "facade_usage.json")


def obj(*required: str, **properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(required)}


ANSWER = obj(
    data={"type": "array", "items": obj("id", id=INTEGER, price=obj(min=STRING, max=STRING), name=STRING)},
    total=INTEGER,
    other=STRING,
)
REQUEST = obj(note=STRING, lines={"type": "array", "items": obj(count=INTEGER, colour=STRING)}, unused=obj(a=STRING))
QUERY = {"name": "page_size", "in": "query", "schema": INTEGER}


def changed(schema: Json, path: str, value: Json) -> Json:
    """A copy with the schema at a dotted path replaced; None takes the field away."""
    made = json.loads(json.dumps(schema))
    at = made
    *way, last = path.replace("[]", ".[]").split(".")
    for step in way:
        at = at["items"] if step == "[]" else at["properties"][step]
    if last == "[]":
        at["items"] = value
    elif value is None:
        del at["properties"][last]
    else:
        at["properties"][last] = value
    return made


ANSWERS = [
    ("total", None, 1),
    ("total", STRING, 1),
    ("other", None, 2),
    ("other", STRING | {"nullable": True}, 2),
    ("brand_new", STRING, 2),
    ("data", STRING, 1),
    ("data[].name", None, 2),
    ("data[].price", None, 1),
    ("data[].price.min", STRING | {"nullable": True}, 1),
    ("data[].price.max", None, 2),
    ("data[]", obj(id=INTEGER, price=obj(min=STRING, max=STRING), name=STRING) | {"nullable": True}, 2),
]


@pytest.mark.parametrize(("path", "value", "ring"), ANSWERS)
def test_answer_fields(
    path: str, value: Json, ring: int, usage: Usage, make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    findings = drift(make(answer=ANSWER), make(answer=changed(ANSWER, path, value)), usage=usage).findings
    rings = {finding.ring for finding in findings}
    if path == "data[]":  # nullable items stand on the way to what is read; `id` made optional does not
        assert {(finding.kind, finding.ring) for finding in findings} == {("nullable", 1), ("property-optional", 2)}
    else:
        assert rings == {ring}
    if ring == 1:
        assert findings[0].facade == ["Things.change (facade/shop/_async/things.py:5)"]


REQUESTS = [
    ("note", None, 1),
    ("note", INTEGER, 1),
    ("note", STRING | {"maxLength": 3}, 1),
    ("note", STRING | {"nullable": True}, 2),
    ("unused", None, 2),
    ("unused.a", INTEGER, 2),
    ("lines[].count", STRING, 1),
    ("lines[].colour", None, 2),
    ("lines[]", obj("size", count=INTEGER, colour=STRING, size=STRING), 1),
    ("unused", obj("b", a=STRING, b=STRING), 2),
]


@pytest.mark.parametrize(("path", "value", "ring"), REQUESTS)
def test_request_fields(
    path: str, value: Json, ring: int, usage: Usage, make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    findings = drift(make(request=REQUEST), make(request=changed(REQUEST, path, value)), usage=usage).findings
    assert [finding.ring for finding in findings] == [ring], [finding.message for finding in findings]


def test_whoever_sends_a_body_meets_what_is_newly_required_at_its_root(
    usage: Usage, make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    for after in (REQUEST | {"required": ["unused"]}, REQUEST | {"additionalProperties": False}):
        assert [f.ring for f in drift(make(request=REQUEST), make(request=after), usage=usage).findings] == [1]


OPERATIONS = [
    ({"operation": {"operationId": "changeThing", "requestBody": None}}, 1),
    ({"operation": {"deprecated": True}}, 2),
    ({"method": "put"}, 1),
    ({"item": {"get": {"operationId": "readThing", "responses": {}}}}, 3),
    ({"root": {"servers": [{"url": "https://elsewhere.test"}]}}, 1),
    ({"root": {"info": {"title": "T", "version": "9"}}}, 3),
    ({"operation": {"security": [{"bearer": []}]}}, 1),
]


@pytest.mark.parametrize(("change", "ring"), OPERATIONS)
def test_operations(
    change: Json, ring: int, usage: Usage, make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    assert {finding.ring for finding in drift(make(), make(**change), usage=usage).findings} == {ring}


def parameters(*more: Json) -> Json:
    return {"operation": {"parameters": [{"name": "id", "in": "path", "required": True, "schema": STRING}, *more]}}


PARAMETERS = [
    (parameters(QUERY), parameters(), 1),
    (parameters(QUERY | {"name": "colour"}), parameters(), 2),
    (parameters(QUERY), parameters(QUERY | {"schema": INTEGER | {"maximum": 5}}), 1),
    (parameters(), parameters(QUERY | {"name": "colour", "required": True}), 1),
    (parameters(), parameters(QUERY), 2),
    (parameters({"name": "x-trace", "in": "header", "schema": STRING}), parameters(), 1),
    (
        parameters(),
        {"operation": {"parameters": [{"name": "id", "in": "path", "required": True, "schema": INTEGER}]}},
        1,
    ),
]


@pytest.mark.parametrize(("before", "after", "ring"), PARAMETERS)
def test_parameters(
    before: Json, after: Json, ring: int, usage: Usage, make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    assert [f.ring for f in drift(make(**before), make(**after), usage=usage).findings] == [ring]


def test_answer_headers(usage: Usage, make: Callable[..., Json], drift: Callable[..., Report]) -> None:
    def headers(*names: str) -> Json:
        return {
            "operation": {
                "responses": {"200": {"description": "", "headers": {name: {"schema": STRING} for name in names}}}
            }
        }

    assert [f.ring for f in drift(make(**headers("X-Total")), make(**headers()), usage=usage).findings] == [1]
    assert [f.ring for f in drift(make(**headers("X-Other")), make(**headers()), usage=usage).findings] == [2]


def test_error_bodies_count_where_errors_are_made(
    usage: Usage, make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    base = make(error=obj(error_code=STRING, hint=STRING))
    assert [f.ring for f in drift(base, make(error=obj(hint=STRING)), usage=usage).findings] == [1]
    assert [f.ring for f in drift(base, make(error=obj(error_code=STRING)), usage=usage).findings] == [2]


def test_rows_whose_operation_is_gone(usage: Usage) -> None:
    assert [row.method for row in missing(usage, {"changeThing"})] == ["Things.gone"]


def test_a_table_that_cannot_be_read_is_no_empty_table(tmp_path: Path) -> None:
    table = tmp_path / "facade_usage.json"
    with pytest.raises(CannotCompare, match="make usage"):
        load_usage(table)
    for text in ("{", "[]", '{"errors": []}', '{"errors": [], "rows": [{"method": "a"}]}'):
        table.write_text(text)
        with pytest.raises(CannotCompare, match="not a table"):
            load_usage(table)


def test_the_table_is_written_as_it_is_read(usage: Usage, tmp_path: Path) -> None:
    again = tmp_path / "openapi" / "again.json"
    again.write_text(dump_usage(usage))
    assert set(load_usage(again).rows) == set(usage.rows)
    assert dump_usage(load_usage(again)) == again.read_text()


def test_who_asks_counts_in_every_operation_that_is_used(
    make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    """A header that any method sends is an identity: no operation that we call may lose it, neither way."""
    usage = Usage((UsageRow("Carts.get", "changeThing"), UsageRow("Carts.add", "addThing", ("header:x-token",))))

    def shop(name: str, *, answered: str) -> Json:
        made = parameters({"name": name, "in": "header", "schema": STRING})
        made["operation"]["responses"] = {"200": {"description": "", "headers": {answered: {"schema": STRING}}}}
        return make(**made)

    base = shop("X-Token", answered="X-Token")
    for revision in (shop("X-Other", answered="X-Token"), shop("X-Token", answered="X-Other")):
        rings = {finding.cls: finding.ring for finding in drift(base, revision, usage=usage).findings}
        assert rings["breaking"] == 1
    base, revision = (
        make(**parameters({"name": "X-Else", "in": "header", "schema": one})) for one in (STRING, INTEGER)
    )
    assert [finding.ring for finding in drift(base, revision, usage=usage).findings] == [2]


# accept files


TODAY = datetime.date(2026, 6, 1)


def entry(fingerprint: str, expires: str = "2026-12-31", reason: str = "looked at") -> Json:
    return {"fingerprint": fingerprint, "reason": reason, "expires": expires}


def test_accepted_expired_and_unmatched(
    tmp_path: Path, usage: Usage, make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    base, revision = make(answer=ANSWER), make(answer=changed(changed(ANSWER, "total", None), "other", INTEGER))
    found = {finding.message: finding for finding in drift(base, revision, usage=usage).findings}
    assert len(found) == 2
    marks = [finding.fingerprint for finding in found.values()]
    file = tmp_path / "accept.yaml"
    file.write_text(json.dumps([entry(marks[0]), entry(marks[1], "2026-05-31"), entry("f0123456789abcde")]))
    report = drift(base, revision, usage=usage, entries=load_entries(file), today=TODAY)
    assert [finding.accepted for finding in report.findings if finding.fingerprint == marks[0]] == ["looked at"]
    assert [e.fingerprint for e in report.acceptance.expired] == [marks[1]]
    assert [e.fingerprint for e in report.acceptance.unmatched] == ["f0123456789abcde"]
    assert report.exit_code() == 1
    file.write_text(json.dumps([entry(mark) for mark in marks]))
    report = drift(base, revision, usage=usage, entries=load_entries(file), today=TODAY)
    assert (report.exit_code(), report.exit_code(locked=True), report.verdict) == (0, 0, "breaking")
    assert "matches nothing" not in as_text(report)


@pytest.mark.parametrize(
    "text",
    ["{}", "[1]", "[{fingerprint: f1, reason: why}]", "[{fingerprint: f1, reason: '', expires: 2026-01-01}]",
     "[{fingerprint: f1, reason: why, expires: soon}]", "[{fingerprint: 1, reason: why, expires: 2026-01-01}]", "["],
)  # fmt: skip
def test_an_accept_file_that_says_too_little_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "accept.yaml").write_text(text)
    with pytest.raises(CannotCompare, match=r"accept\.yaml"):
        load_entries(tmp_path / "accept.yaml")


def test_the_list_that_ci_uses_can_be_read() -> None:
    load_entries(Path(__file__).parents[2] / "openapi" / "drift-accept.yaml")


def test_an_empty_accept_file_accepts_nothing(tmp_path: Path) -> None:
    (tmp_path / "accept.yaml").write_text("# nothing yet\n")
    assert load_entries(tmp_path / "accept.yaml") == []


# what clients saw


def test_findings_already_seen_live_are_marked(
    tmp_path: Path, make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    row = obj(colour=STRING | {"enum": ["red"]}, price=obj(min=STRING))
    thing = obj(data={"type": "array", "items": row}, total=INTEGER)
    base = make(answer={"$ref": "#/components/schemas/Thing"}, components={"schemas": {"Thing": thing}})
    revision = json.loads(json.dumps(base))
    now = revision["components"]["schemas"]["Thing"]["properties"]
    now["total"] = STRING
    now["data"]["items"]["properties"]["colour"]["enum"].append("blue")
    now["data"]["items"]["properties"]["price"]["properties"]["extra"] = STRING
    now["extra"] = STRING
    seen = [
        {"kind": "unknown field", "where": "PriceOfDataOfThing.extra", "detail": "string", "count": 7},
        {"kind": "unknown enum value", "where": "DataOfThing.colour", "detail": "blue", "count": 2},
        {"kind": "unknown enum value", "where": "DataOfThing.colour", "detail": "green", "count": 1},
        {"kind": "other shape", "where": "Thing.total", "detail": "string", "count": 1},
        {"kind": "unknown field", "where": "Thing.mystery", "detail": "object", "count": 1},
    ]
    file = tmp_path / "observed.json"
    file.write_text(json.dumps({"changeThing": seen}))
    report = drift(base, revision, sightings=load_sightings(file))
    assert {finding.message: finding.observed for finding in report.findings} == {
        "Thing.total: type integer is now string": ["changeThing"],
        'Thing.data[].colour: new values "blue"': ["changeThing"],
        "Thing.data[].price: new field extra": ["changeThing"],
        "Thing: new field extra": [],
    }
    assert [sighting.detail for sighting in report.sightings] == ["green", "object"]
    assert as_json(report)["counts"]["observed"] == 3
    text = as_text(report)
    assert "seen live in changeThing" in text
    assert "mystery" in text


@pytest.mark.parametrize(
    "text", ["[]", '{"op": {}}', '{"op": [{"kind": "odd", "where": "A.b"}]}', '{"op": [{"kind": "other shape"}]}', "{"]
)
def test_an_export_that_is_none_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "observed.json").write_text(text)
    with pytest.raises(CannotCompare, match=r"observed\.json"):
        load_sightings(tmp_path / "observed.json")


def test_the_export_of_the_client_is_understood(tmp_path: Path) -> None:
    from nexus_commerce.api.storefront import count_storefront_items
    from nexus_commerce.models import StorefrontPriceRange
    from nexus_storefront.transport.drift_report import DriftReport

    report = DriftReport()
    report.see(count_storefront_items.OPERATION, StorefrontPriceRange.from_dict({"min": True, "news": 1}))
    (tmp_path / "observed.json").write_text(report.export())
    seen = load_sightings(tmp_path / "observed.json")
    assert {(sighting.operation_id, sighting.where) for sighting in seen} == {
        ("countStorefrontItems", "StorefrontPriceRange.min"),
        ("countStorefrontItems", "StorefrontPriceRange.news"),
    }
