# ruff: noqa: E501 - documents and expectations read best on one line
"""For any two documents: sameness under every rewriting that means the same, and one finding a change."""

from __future__ import annotations

import copy
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from _drift.components import Components
from _drift.findings import Finding
from _drift.load import NAME_MAPS, references
from _drift.model import Document
from _drift.report import Report
from hypothesis import HealthCheck, assume, given, settings, strategies as st
from lengths import DRIFT_EXAMPLES, FULL, REWRITTEN_CONTRACTS

Json = Any
PIN = json.loads((Path(__file__).parents[2] / "openapi" / "nexus-commerce-v3.json").read_text(encoding="utf-8"))
METHODS = {"get", "put", "post", "patch", "delete"}
bounded = settings(
    max_examples=DRIFT_EXAMPLES, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
seeds = st.integers(0, 2**32 - 1)


# documents


def part_of_the_pin(seed: int, paths: int = 12) -> Json:
    """Some paths of the pin with what they reach."""
    rng = random.Random(seed)
    chosen = rng.sample(sorted(PIN["paths"]), paths)
    document = {**PIN, "paths": {path: PIN["paths"][path] for path in chosen}, "components": {}}
    waiting: list[Json] = [document["paths"]]
    for section in ("securitySchemes",):
        document["components"][section] = PIN["components"][section]
    while waiting:
        for _, ref in references(waiting.pop()):
            section, name = ref.split("/")[2:4]
            known = document["components"].setdefault(section, {})
            if name not in known:
                known[name] = PIN["components"][section][name]
                waiting.append(known[name])
    return copy.deepcopy(document)


names = st.sampled_from(["a", "b", "c", "d", "e"])
components = st.sampled_from(["Cat", "Dog", "Fish", "Bird"])
scalars = st.one_of(
    st.just({"type": "boolean"}),
    st.sampled_from([{"type": "string"}, {"type": "string", "format": "uuid"}, {"type": "string", "format": "date-time"}]),
    st.builds(lambda values: {"type": "string", "enum": values}, st.lists(names, min_size=1, max_size=3, unique=True)),
    st.builds(lambda low: {"type": "integer", "minimum": low}, st.integers(-5, 5)),
    st.just({"type": "number", "nullable": True}),
    st.just({}),
)  # fmt: skip
refs = st.builds(lambda name: {"$ref": f"#/components/schemas/{name}"}, components)


# A schema that contains itself by `allOf` alone means nothing, so `allOf` refers to a component without references.
BASE = {"$ref": "#/components/schemas/Base"}


def objects(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    return st.builds(
        lambda properties, required, extra: {
            "type": "object",
            "properties": properties,
            "required": sorted(required & properties.keys()),
            **({} if extra is None else {"additionalProperties": extra}),
        },
        st.dictionaries(names, inner, max_size=4),
        st.sets(names),
        st.one_of(st.none(), st.booleans(), inner),
    )


schemas = st.recursive(
    st.one_of(scalars, refs),
    lambda inner: st.one_of(
        objects(inner),
        st.builds(lambda items: {"type": "array", "items": items}, inner),
        # the same choice twice fits nothing, and is no choice either
        st.builds(lambda variants: {"oneOf": variants}, st.lists(inner, min_size=1, max_size=3, unique_by=repr)),
        st.builds(
            lambda members: {"allOf": members},
            st.lists(st.one_of(objects(inner), st.just(BASE)), min_size=1, max_size=2),
        ),
    ),
    max_leaves=12,
)


@st.composite
def documents(draw: st.DrawFn) -> Json:
    """Small documents with components that refer to each other, in circles too."""
    paths: Json = {}
    for index in range(draw(st.integers(1, 3))):
        parameters = [
            {"name": name, "in": "query", "schema": draw(scalars)}
            for name in draw(st.lists(names, max_size=2, unique=True))
        ]
        paths[f"/r{index}/{{id}}"] = {
            "post": {
                "operationId": f"op{index}",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                    *parameters,
                ],
                "requestBody": {"content": {"application/json": {"schema": draw(schemas)}}},
                "responses": {"200": {"description": "", "content": {"application/json": {"schema": draw(schemas)}}}},
            }
        }
    named = {name: draw(schemas) for name in ("Cat", "Dog", "Fish", "Bird")} | {"Base": draw(objects(scalars))}
    assume(not any(is_itself(name, named) for name in named))
    info = {"title": "T", "version": "1"}
    return {"openapi": "3.0.3", "info": info, "paths": paths, "components": {"schemas": named}}


def is_itself(name: str, named: Json) -> bool:
    """Whether a component is, or may be, itself without a field or element between: that means nothing."""
    waiting, seen = [named[name]], set[str]()
    while waiting:
        schema = waiting.pop()
        waiting += [*schema.get("oneOf", ()), *schema.get("allOf", ())]
        if "$ref" in schema and (other := schema["$ref"].rpartition("/")[2]) not in seen:
            seen.add(other)
            waiting.append(named[other])
    return name in seen


# rewritings that mean the same


def reordered(node: Json, rng: random.Random, key: str = "") -> Json:
    if isinstance(node, dict):
        items = list(node.items())
        rng.shuffle(items)
        return {name: reordered(value, rng, name) for name, value in items}
    if isinstance(node, list):
        made = [reordered(value, rng) for value in node]
        if key in {"parameters", "required", "enum", "security"}:
            rng.shuffle(made)
        return made
    return node


def renamed(document: Json, rng: random.Random) -> Json:
    """Every component under another name, some names taken over by another component."""
    names: dict[str, str] = {}
    for section, known in document["components"].items():
        taken = list(known)
        rng.shuffle(taken)
        for index, name in enumerate(known):
            names[f"#/components/{section}/{name}"] = taken[index] if rng.random() < 0.3 else f"Renamed{index}"
        used: set[str] = set()
        for name in known:
            pointer = f"#/components/{section}/{name}"
            while names[pointer] in used:
                names[pointer] += "X"
            used.add(names[pointer])

    def ref(text: str) -> str:
        steps = text.split("/")
        return "/".join([*steps[:3], names["/".join(steps[:4])], *steps[4:]])

    def walk(node: Json, key: str = "", name_map: bool = False) -> Json:
        if isinstance(node, dict):
            return {
                (names.get(f"#/components/securitySchemes/{word}", word) if key == "[security]" else word): (
                    ref(value) if isinstance(value, str) and (word == "$ref" or key == "mapping") and value.startswith("#")
                    else walk(value, word, not name_map and word in NAME_MAPS)
                )
                for word, value in node.items()
            }  # fmt: skip
        return [walk(value, f"[{key}]") for value in node] if isinstance(node, list) else node

    made = walk(document)
    made["components"] = {
        section: {names[f"#/components/{section}/{name}"]: value for name, value in known.items()}
        for section, known in made["components"].items()
    }
    return made


def inlined(document: Json, rng: random.Random, share: float) -> Json:
    """Some references replaced by what they name, as far as circles allow."""

    def look_up(ref: str) -> Json:
        node = document
        for step in ref[2:].split("/"):
            node = node[step.replace("~1", "/").replace("~0", "~")]
        return node

    def walk(node: Json, through: tuple[str, ...]) -> Json:
        if isinstance(node, dict):
            ref = node.get("$ref")
            if isinstance(ref, str):
                if ref in through or len(through) > 6 or rng.random() > share:
                    return node
                return walk(look_up(ref), (*through, ref))
            return {name: value if name == "mapping" else walk(value, through) for name, value in node.items()}
        return [walk(value, through) for value in node] if isinstance(node, list) else node

    return {**document, "paths": walk(document["paths"], ())}


def hoisted(document: Json, rng: random.Random) -> Json:
    """Parameters moved to the path item where every operation has them, or into components."""
    made = copy.deepcopy(document)
    moved = made["components"].setdefault("parameters", {})
    for item in made["paths"].values():
        operations = [item[method] for method in METHODS & item.keys()]
        for operation in operations:
            for index, parameter in enumerate(operation.get("parameters", [])):
                if "$ref" not in parameter and rng.random() < 0.5:
                    name = f"Hoisted{len(moved)}"
                    moved[name] = parameter
                    operation["parameters"][index] = {"$ref": f"#/components/parameters/{name}"}
        for parameter in list(operations[0].get("parameters", [])) if operations else []:
            if all(parameter in operation.get("parameters", []) for operation in operations):
                item.setdefault("parameters", []).append(parameter)
                for operation in operations:
                    operation["parameters"].remove(parameter)
    return made


REWRITINGS: dict[str, Callable[[Json, random.Random], Json]] = {
    "nothing": lambda document, rng: copy.deepcopy(document),
    "keys reordered": lambda document, rng: reordered(document, rng),
    "components renamed": renamed,
    "references inlined": lambda document, rng: inlined(document, rng, 0.5),
    "parameters hoisted": hoisted,
    "inlined, renamed, reordered": lambda document, rng: reordered(renamed(inlined(document, rng, 0.3), rng), rng),
}


def assert_same(drift: Callable[..., Report], one: Json, other: Json) -> None:
    for base, revision in ((one, other), (other, one)):
        report = drift(base, revision)
        assert report.verdict == "identical", [finding.message for finding in report.findings]


@pytest.mark.parametrize("rewriting", REWRITINGS)
@bounded
@given(document=documents(), seed=seeds)
def test_rewriting_a_document_changes_nothing(
    rewriting: str, document: Json, seed: int, drift: Callable[..., Report]
) -> None:
    assert_same(drift, document, REWRITINGS[rewriting](document, random.Random(seed)))


@pytest.mark.parametrize("rewriting", REWRITINGS)
@pytest.mark.parametrize("seed", range(REWRITTEN_CONTRACTS))
def test_rewriting_the_contract_changes_nothing(rewriting: str, seed: int, drift: Callable[..., Report]) -> None:
    document = part_of_the_pin(seed, 40 if FULL else 20)
    assert_same(drift, document, REWRITINGS[rewriting](document, random.Random(seed)))


@pytest.mark.full_length
def test_the_whole_contract_renamed_and_reordered(drift: Callable[..., Report]) -> None:
    rng = random.Random(1)
    assert_same(drift, PIN, reordered(renamed(hoisted(PIN, rng), rng), rng))


# independent changes


def reached_schemas(document: Json) -> list[str]:
    """Component schemas that are objects with fields of their own and no allOf above them."""
    return sorted(
        name
        for name, schema in document["components"].get("schemas", {}).items()
        if len(schema.get("properties", {})) > 3 and not {"allOf", "oneOf", "anyOf"} & schema.keys()
    )


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    for path, item in sorted(document["paths"].items()):
        for method in sorted(METHODS & item.keys()):
            yield path, method, item[method]


def drop_field(schema: Json, rng: random.Random) -> str:
    name = rng.choice(sorted(schema["properties"]))
    del schema["properties"][name]
    schema["required"] = [one for one in schema.get("required", []) if one != name]
    return "property-removed"


def add_field(schema: Json, rng: random.Random) -> str:
    schema["properties"]["brand_new"] = {"type": "string"}
    return "property-added"


def require_new_field(schema: Json, rng: random.Random) -> str:
    schema["properties"]["brand_new"] = {"type": "string"}
    schema["required"] = [*schema.get("required", []), "brand_new"]
    return "required-property-added"


def retype_field(schema: Json, rng: random.Random) -> str:
    name = rng.choice(sorted(schema["properties"]))
    null = {"nullable": True} if schema["properties"][name].get("nullable") else {}  # which is a change of its own
    schema["properties"][name] = {"type": "array", "items": {"type": "array", "items": {"type": "boolean"}}, **null}
    return "type-changed"


def change_openness(schema: Json, rng: random.Random) -> str:
    closed = schema.get("additionalProperties") is False
    schema["additionalProperties"] = closed
    return "object-opened" if closed else "object-closed"


FIELD_CHANGES = [drop_field, add_field, require_new_field, retype_field, change_openness]


def drop_operation(document: Json, path: str, method: str) -> str:
    del document["paths"][path][method]
    return "operation-removed"


def rename_operation(document: Json, path: str, method: str) -> str:
    document["paths"][path][method]["operationId"] += "Renamed"
    return "operation-id-renamed"


def add_parameter(document: Json, path: str, method: str) -> str:
    new = {"name": "brand_new", "in": "query", "schema": {"type": "string"}}
    document["paths"][path][method].setdefault("parameters", []).append(new)
    return "parameter-added"


def deprecate(document: Json, path: str, method: str) -> str:
    document["paths"][path][method]["deprecated"] = True
    return "deprecated"


def add_status(document: Json, path: str, method: str) -> str:
    document["paths"][path][method]["responses"]["418"] = {"description": ""}
    return "error-status-added"


OPERATION_CHANGES = [drop_operation, rename_operation, add_parameter, deprecate, add_status]


@bounded
@given(seed=seeds, k=st.integers(1, 8))
def test_k_independent_changes_give_k_findings(seed: int, k: int, drift: Callable[..., Report]) -> None:
    base = part_of_the_pin(seed)
    revision = copy.deepcopy(base)
    rng = random.Random(seed)
    expected: list[str] = []
    # A component that only dropped operations see would lose its finding with them, so operations are left alone
    # where a component changes; a component inside another is the same place seen twice.
    schemas = reached_schemas(base)
    places = [path_method[:2] for path_method in operations(base)]
    fields = rng.sample(schemas, min(len(schemas), rng.randint(0, k)))
    for name in fields:
        expected.append(rng.choice(FIELD_CHANGES)(revision["components"]["schemas"][name], rng))
    still = Components(Document(revision))
    there = [kind for name, kind in zip(fields, expected, strict=True) if still.reaches("schemas", name)]
    changes = [change for change in OPERATION_CHANGES if not fields or change is not drop_operation]
    for path, method in rng.sample(places, min(len(places), k - len(fields))):
        change = rng.choice(changes)
        if change is deprecate and base["paths"][path][method].get("deprecated"):
            change = add_status
        expected.append(change(revision, path, method))
    report = drift(base, revision)
    found = [finding.kind for finding in report.findings]
    # What is dropped or retyped may have been the only way to another change, and leaves its component unused; what can
    # be reached still has to be found.
    there += expected[len(fields) :]
    seen = Counter(kind for kind in found if not kind.startswith("unused-component"))
    if "property-removed" in expected:  # and from what another component requires of a field that it has itself
        del seen["property-optional"]
    assert Counter(there) <= seen <= Counter(expected), [finding.message for finding in report.findings]
    if len(there) < len(expected) or seen.total() < len(found):
        return
    assert sorted(found) == sorted(expected), [finding.message for finding in report.findings]
    assert len({finding.fingerprint for finding in report.findings}) == len(found)


def unused(finding: Finding) -> bool:
    """Whether it is about a component that no operation reaches: that one is known by its name alone."""
    return finding.kind.startswith("unused-component")


@bounded
@given(seed=seeds)
def test_a_fingerprint_depends_on_neither_wording_nor_names(seed: int, drift: Callable[..., Report]) -> None:
    base = part_of_the_pin(seed)
    revision = copy.deepcopy(base)
    rng = random.Random(seed)
    for name in rng.sample(reached_schemas(base), min(3, len(reached_schemas(base)))):
        rng.choice(FIELD_CHANGES)(revision["components"]["schemas"][name], rng)
    before = {finding.fingerprint for finding in drift(base, revision).findings if not unused(finding)}

    def worded(node: Json) -> Json:
        for _, _, operation in operations(node):
            operation["summary"] = f"words {rng.random()}"
        return node

    after = drift(worded(reordered(renamed(base, rng), rng)), worded(reordered(renamed(revision, rng), rng)))
    kept = {finding.fingerprint for finding in after.findings if finding.name != "summary" and not unused(finding)}
    assert kept == before


@pytest.mark.full_length
def test_the_pin_against_a_document_full_of_sentences(drift: Callable[..., Report]) -> None:
    """Upstream explains everything; the pin keeps the facts alone."""

    def explained(node: Json, name_map: bool = False, key: str = "") -> Json:
        if isinstance(node, list):
            return [explained(value, key=key) for value in node]
        if not isinstance(node, dict):
            return node
        if key in ("default", "enum", "example"):
            return node
        made = {
            name: "what the scope allows"
            if key == "scopes" and value == ""
            else explained(value, not name_map and name in NAME_MAPS, name)
            for name, value in node.items()
        }
        if not name_map and "$ref" not in node and key not in ("security", "components", "flows", "mapping", "scopes"):
            made |= {"description": "At length.", "externalDocs": {"url": "https://docs.example.test"}, "example": 1}
        return made

    worded = explained(PIN)
    worded["tags"] = [{"name": "Orders", "description": "All about orders."}]
    assert_same(drift, PIN, worded)
