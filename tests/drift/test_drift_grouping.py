"""One change is one finding: by component, by inline place, and by the set of edits several places share."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from _drift.report import Report

Json = Any
STRING, INTEGER = {"type": "string"}, {"type": "integer"}


def page(**cursors: Json) -> Json:
    return {"type": "object", "properties": {"data": {"type": "array", "items": {}}, "page_size": INTEGER} | cursors}


def lists(count: int, schema: Callable[[int], Json], **components: Json) -> Json:
    """A document of many list operations."""
    return {
        "openapi": "3.0.3",
        "info": {"title": "Lists", "version": "1"},
        "paths": {
            f"/list{index}": {
                "get": {
                    "operationId": f"list{index}",
                    "responses": {
                        "200": {"description": "", "content": {"application/json": {"schema": schema(index)}}}
                    },
                }
            }
            for index in range(count)
        },
        "components": {"schemas": components},
    }


REF = {"$ref": "#/components/schemas/Page"}


@pytest.mark.parametrize("through", ["reference", "conjunction"])
def test_a_rename_in_a_shared_component_is_one_finding(through: str, drift: Callable[..., Report]) -> None:
    def schema(index: int) -> Json:
        own = {"type": "object", "properties": {f"extra{index}": STRING}}
        return REF if through == "reference" else {"allOf": [REF, own]}

    base = lists(28, schema, Page=page(last_id=STRING))
    report = drift(base, lists(28, schema, Page=page(next_cursor=STRING)))
    assert [(f.kind, f.cls, len(f.operations)) for f in report.findings] == [("property-renamed", "breaking", 28)]
    assert report.findings[0].pointer == "#/components/schemas/Page"
    added = drift(base, lists(28, schema, Page=page(last_id=STRING, next_cursor=STRING)))
    assert [(f.kind, len(f.operations)) for f in added.findings] == [("property-added", 28)]


def test_the_same_set_of_edits_in_many_inline_places_is_one_finding(drift: Callable[..., Report]) -> None:
    def old(index: int) -> Json:
        return page(last_id=INTEGER, **{f"own{index}": STRING})

    def new(index: int) -> Json:
        cursors = {"next_cursor": STRING, "previous_cursor": STRING}
        return page(**cursors, **{f"own{index}": STRING}, **({"also": STRING} if index == 3 else {}))

    report = drift(lists(28, old), lists(28, new))
    assert [(f.kind, f.cls, len(f.operations)) for f in report.findings] == [
        ("same-edit", "breaking", 28),
        ("property-added", "additive", 1),
    ]
    assert "last_id gone" in report.findings[0].message
    assert "27 more" in report.findings[0].message


def test_one_edit_in_several_inline_places_stays_one_finding_each(drift: Callable[..., Report]) -> None:
    report = drift(lists(3, lambda _: page(a=STRING, b=INTEGER)), lists(3, lambda _: page(a=STRING)))
    assert [(f.kind, f.operations) for f in report.findings] == [("property-removed", [f"list{i}"]) for i in range(3)]


def test_a_component_taken_over_from_inline_copies_is_one_place(drift: Callable[..., Report]) -> None:
    base = lists(5, lambda _: page(last_id=STRING))
    revision = lists(5, lambda _: REF, Page=page(last_id=INTEGER))
    for one, other in ((base, revision), (revision, base)):
        assert [(f.kind, len(f.operations)) for f in drift(one, other).findings] == [("type-changed", 5)]


def test_operations_pointed_at_different_components_are_different_changes(drift: Callable[..., Report]) -> None:
    anything = {"type": "object", "additionalProperties": True}
    base = lists(3, lambda _: {"$ref": "#/components/schemas/Raw"}, Raw=anything)
    described = {f"Own{i}": {"type": "object", "properties": {"a": STRING, "b": STRING}} for i in range(3)}
    revision = lists(3, lambda i: {"$ref": f"#/components/schemas/Own{i}"}, Raw=anything, **described)
    assert [(f.kind, f.operations) for f in drift(base, revision).findings] == [
        ("fields-described", [f"list{i}"]) for i in range(3)
    ]


def test_a_new_component_adopted_everywhere_is_one_finding(drift: Callable[..., Report]) -> None:
    base = lists(6, lambda _: page())
    revision = copy.deepcopy(base)
    revision["components"]["parameters"] = {"Size": {"name": "page_size", "in": "query", "schema": INTEGER}}
    revision["components"]["responses"] = {"Busy": {"description": ""}}
    revision["components"]["securitySchemes"] = {"oauth": {"type": "http", "scheme": "bearer"}}
    for item in revision["paths"].values():
        item["get"]["parameters"] = [{"$ref": "#/components/parameters/Size"}]
        item["get"]["responses"]["429"] = {"$ref": "#/components/responses/Busy"}
        item["get"]["security"] = [{}, {"oauth": []}]
    assert sorted((f.kind, len(f.operations)) for f in drift(base, revision).findings) == [
        ("error-status-added", 6),
        ("parameter-added", 6),
        ("security-alternative-added", 6),
    ]


def test_circles_end(drift: Callable[..., Report]) -> None:
    tree = {"type": "object", "properties": {"value": STRING, "children": {"type": "array", "items": REF}}}
    base = lists(2, lambda _: REF, Page=tree)
    assert drift(base, copy.deepcopy(base)).verdict == "identical"
    revision = copy.deepcopy(base)
    revision["components"]["schemas"]["Page"]["properties"]["value"] = INTEGER
    assert [(f.kind, len(f.operations)) for f in drift(base, revision).findings] == [("type-changed", 2)]
    unrolled = copy.deepcopy(base)
    unrolled["components"]["schemas"]["Page"]["properties"]["children"]["items"] = copy.deepcopy(tree)
    assert drift(base, unrolled).verdict == "identical"
    circle = lists(1, lambda _: REF, Page={"$ref": "#/components/schemas/Page"})
    report = drift(circle, copy.deepcopy(circle))
    assert (report.verdict, len(report.notes)) == ("identical", 2)
    one, other = (lists(1, lambda _: page(), **{name: {"$ref": f"#/components/schemas/{name}"}}) for name in ("A", "B"))
    assert drift(one, other).verdict == "identical"


def test_broken_references_are_named_and_never_called_unchanged(drift: Callable[..., Report]) -> None:
    good = lists(1, lambda _: REF, Page=page())
    broken = lists(1, lambda _: REF)
    report = drift(good, broken)
    assert [f.kind for f in report.findings] == ["unresolvable"]
    assert report.verdict == "breaking"
    assert any("#/components/schemas/Page" in note for note in report.notes)


def test_the_moved_operation_keeps_its_other_changes(drift: Callable[..., Report], make: Callable[..., Json]) -> None:
    base = make(answer={"type": "object", "properties": {"a": STRING, "b": STRING}})
    revision = make(
        path="/v2/{shop}/things/{id}",
        answer={"type": "object", "properties": {"a": STRING}},
        operation={
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": STRING},
                {"name": "shop", "in": "path", "required": True, "schema": STRING},
            ]
        },
    )
    moved, removed = drift(base, revision).findings
    assert (moved.kind, removed.kind) == ("operation-moved", "property-removed")
    assert "required-parameter-added: path shop" in moved.message
    assert "POST /things/{id} to POST /v2/{shop}/things/{id}" in moved.message


def test_operation_ids_that_are_not_unique_pair_nothing(
    drift: Callable[..., Report], make: Callable[..., Json]
) -> None:
    base = make(item={"get": {"operationId": "changeThing", "responses": {"200": {"description": ""}}}})
    revision = make(
        path="/other/{id}", item={"get": {"operationId": "changeThing", "responses": {"200": {"description": ""}}}}
    )
    kinds = sorted(finding.kind for finding in drift(base, revision).findings)
    assert kinds == ["operation-added"] * 2 + ["operation-removed"]  # both that a path had are one change


def test_a_document_without_sentences_is_compared_by_its_facts(
    drift: Callable[..., Report], make: Callable[..., Json]
) -> None:
    facts = make()
    worded = make(
        operation={"summary": "Change a thing", "description": "At length."},
        root={"tags": [{"name": "Things", "description": "x"}]},
    )
    assert drift(facts, worded).verdict == "identical"
    assert drift(worded, facts).verdict == "identical"
    scopes = {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "https://a.test", "scopes": {"read": ""}}}}
    explained = {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": "https://a.test", "scopes": {"read": "To read."}}},
    }
    by = {"security": [{"key": ["read"]}]}
    facts, told = (make(operation=by, components={"securitySchemes": {"key": one}}) for one in (scopes, explained))
    assert drift(facts, told).verdict == "identical"
    other = make(operation={"summary": "Change it", "description": "At length."})
    assert drift(worded, other).verdict == "docs-only"


# one change, one finding


def paths(*names: str, kind: str = "application/json", methods: tuple[str, ...] = ("get", "post", "delete")) -> Json:
    """A document with several operations under each path, each with a body and answers of one media type."""
    described = {kind: {"schema": page(a=STRING)}}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Paths", "version": "1"},
        "paths": {
            name: {
                method: {
                    "operationId": f"{method}{index}",
                    "responses": {status: {"description": "", "content": described} for status in ("200", "404")},
                    **({"requestBody": {"content": described}} if method == "post" else {}),
                }
                for method in methods
            }
            for index, name in enumerate(names)
        },
    }


def test_a_path_that_is_gone_is_one_finding(drift: Callable[..., Report]) -> None:
    (finding,) = drift(paths("/a", "/b", "/c"), paths("/a")).findings[:1]
    assert [f.kind for f in drift(paths("/a", "/b"), paths("/a")).findings] == ["operation-removed"]
    assert (finding.cls, finding.operations, finding.pointer) == (
        "breaking",
        ["delete1", "get1", "post1"],
        "#/paths/~1b",
    )
    assert "(DELETE /b; GET /b; POST /b)" in finding.message
    assert len(drift(paths("/a", "/b", "/c"), paths("/a")).findings) == 2
    fewer = paths("/a", "/b")
    del fewer["paths"]["/b"]["get"], fewer["paths"]["/b"]["post"]
    assert [f.operations for f in drift(paths("/a", "/b"), fewer).findings] == [["get1"], ["post1"]]


def test_a_path_that_moved_is_one_finding(drift: Callable[..., Report]) -> None:
    (finding,) = drift(paths("/a", "/b"), paths("/a", "/v2/b")).findings
    assert (finding.kind, finding.operations) == ("operation-moved", ["delete1", "get1", "post1"])
    assert "to DELETE /v2/b / GET /v2/b / POST /v2/b" in finding.message
    apart = paths("/a", "/v2/b")
    apart["paths"]["/v3/b"] = {"get": apart["paths"]["/v2/b"].pop("get")}
    assert sorted(f.operations for f in drift(paths("/a", "/b"), apart).findings) == [["delete1", "post1"], ["get1"]]


def test_a_media_type_that_is_replaced_is_one_finding(drift: Callable[..., Report]) -> None:
    (finding,) = drift(paths("/a", "/b"), paths("/a", "/b", kind="application/vnd.shop+json")).findings
    assert (finding.kind, finding.cls, len(finding.operations)) == ("media-type-changed", "breaking", 6)
    assert finding.sides == ["request", "answer", "error answer"]
    several = paths("/a", methods=("get",))
    answers = several["paths"]["/a"]["get"]["responses"]
    answers["200"]["content"] = dict.fromkeys(("text/csv", "text/plain"), answers["404"]["content"]["application/json"])
    (finding,) = drift(paths("/a", methods=("get",)), several).findings
    assert "media type application/json is now text/csv, text/plain" in finding.message


NULLABLE = [
    {"nullable": True, "allOf": [{"$ref": "#/components/schemas/Cat"}]},
    {"nullable": True, "oneOf": [{"$ref": "#/components/schemas/Cat"}]},
    {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"type": "string", "nullable": True, "enum": [None]}]},
    {"anyOf": [{"$ref": "#/components/schemas/Cat"}, {"type": "null"}]},
]


@pytest.mark.parametrize("nullable", NULLABLE)
def test_null_beside_a_reference_is_told_where_it_changed(nullable: Json, drift: Callable[..., Report]) -> None:
    cat = {"$ref": "#/components/schemas/Cat"}

    def shops(own: Json) -> Json:
        shop = {"type": "object", "properties": {"mine": own, "yours": cat}}
        return lists(2, lambda _: REF, Page=shop, Cat={"type": "object", "properties": {"a": STRING}})

    for before, after, kind in ((cat, nullable, "nullable"), (nullable, cat, "not-nullable")):
        (finding,) = drift(shops(before), shops(after)).findings
        assert (finding.kind, finding.place, len(finding.operations)) == (kind, "Page.mine", 2)
        assert finding.pointer == "#/components/schemas/Page/properties/mine"


def test_null_in_a_component_is_told_there(drift: Callable[..., Report]) -> None:
    def shops(**more: Json) -> Json:
        wrapped = {"allOf": [{"$ref": "#/components/schemas/Cat"}], "description": "A cat."}
        shop = {"type": "object", "properties": {"mine": {"$ref": "#/components/schemas/Cat"}, "yours": wrapped}}
        return lists(2, lambda _: REF, Page=shop, Cat={"type": "object", "properties": {"a": STRING}, **more})

    assert {f.place for f in drift(shops(), shops(nullable=True)).findings} == {"Cat"}
