"""The table of what we use, proven: whatever of it is renamed, removed or retyped is ring 1, and nothing else is.

Each change is made alone, on a copy of the pin cut down to the operation that it is made in.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from _contract.document import operations
from _contract.pin import load_pin
from _drift.load import of
from _drift.model import Document
from _drift.report import Report, compare
from _drift.shapes import At, Handle
from lengths import FULL
from usage_table import OPERATIONS, USAGE

Json = Any
PIN = load_pin()
KINDS = ("rename", "remove", "retype")
PLACES = {operation["operationId"]: (path, method) for path, method, operation in operations(PIN)}


def cut(operation: str) -> Json:
    """The pin with one operation, and what it refers to."""
    path, method = PLACES[operation]
    item = {name: PIN["paths"][path][name] for name in (method, "parameters") if name in PIN["paths"][path]}
    made: Json = {
        **{name: PIN[name] for name in ("openapi", "info", "servers")},
        "paths": {path: item},
        "components": {},
    }
    made["components"]["securitySchemes"] = PIN["components"]["securitySchemes"]
    waiting: list[Json] = [item]
    while waiting:
        node = waiting.pop()
        waiting += node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        names = [node.get("$ref"), *(node.get("mapping") or {}).values()] if isinstance(node, dict) else []
        for ref in names:
            if isinstance(ref, str) and ref.startswith("#/components/"):
                section, name = ref.split("/")[2:4]
                if name not in made["components"].setdefault(section, {}):
                    made["components"][section][name] = PIN["components"][section][name]
                    waiting.append(PIN["components"][section][name])
    return copy.deepcopy(made)


CUT = {operation: cut(operation) for operation in sorted(OPERATIONS)}


TYPES = ("boolean", "array", "integer", "number", "string", "object")


def taken(document: Document, handle: Handle, opened: int = 0) -> set[str]:
    """The types that a schema takes."""
    shape = document.shape(handle)
    if shape.types is not None:
        return set(shape.types)
    variants = [one for union in shape.unions for one in union.variants] if opened < 9 else []
    return set().union(*(taken(document, one, opened + 1) for one in variants)) if variants else set(TYPES)


def retyped(document: Document, handle: Handle) -> Json:
    """A schema of a type that the old one does not take; None where it takes all."""
    types = taken(document, handle)
    types |= {"integer"} if "number" in types else set()
    other = next((one for one in TYPES if one not in types), None)
    return {"type": other} | ({"items": {"type": "boolean"}} if other == "array" else {}) if other else None


def change_key(holder: Json, name: str, kind: str, new: Json) -> None:
    """Rename, remove or retype one entry of an object of the document."""
    if kind == "retype":
        holder[name] = new
    elif kind == "remove":
        del holder[name]
    else:
        items = [(f"{key}_renamed" if key == name else key, value) for key, value in holder.items()]
        holder.clear()
        holder.update(items)


def change_field(document: Document, handle: Handle, steps: list[str], kind: str, opened: int = 0) -> int:
    """Change a field in every place that a path leads to; how many there were."""
    shape, (step, *rest) = document.shape(handle), steps
    found = 0
    if opened < 9:
        for variant in [one for union in shape.unions for one in union.variants]:
            found += change_field(document, variant, steps, kind, opened + 1)
    if step == "[]":
        return found + (change_field(document, shape.items, rest, kind) if shape.items else 0)
    if step not in shape.properties:
        extra = shape.extra if not isinstance(shape.extra, bool) else None
        return found + (change_field(document, extra, rest, kind) if extra and rest else 0)
    if rest:
        return found + change_field(document, shape.properties[step], rest, kind)
    for pointer in dict.fromkeys(shape.owners[step]):
        at = document.lookup(pointer)
        if at is None or step not in at.raw.get("properties", {}):  # changed already, by another way to it
            continue
        new = retyped(document, shape.properties[step]) if kind == "retype" else None
        if kind == "retype" and new is None:  # there is no other type
            kind = "remove"
        change_key(at.raw["properties"], step, kind, new)
        if kind == "rename" and step in at.raw.get("required", []):
            at.raw["required"] = [f"{one}_renamed" if one == step else one for one in at.raw["required"]]
        found += 1
    return found


def change_parameter(document: Document, place: str, name: str, kind: str) -> int:
    (operation,) = document.operations
    parameter = operation.parameters[place, name]
    if kind == "rename":
        parameter.at.raw["name"] += "-Renamed"
    elif kind == "retype":
        parameter.at.raw["schema"] = retyped(document, parameter.schema or ())
    else:
        (item,) = document.raw["paths"].values()
        for owner in (item, *item.values()):
            for listed in [owner.get("parameters", [])] if isinstance(owner, dict) else []:
                listed[:] = [one for one in listed if document.follow(At("", one)).raw is not parameter.at.raw]
    return 1


def change_header(document: Document, name: str, kind: str) -> int:
    (operation,) = document.operations
    found = 0
    for answer in operation.answers.values():
        for listed in [one for one in answer.at.raw.get("headers", {}) if one.lower() == name]:
            change_key(answer.at.raw["headers"], listed, kind, {"schema": {"type": "boolean"}})
            found += 1
    return found


def bodies(document: Document, side: str) -> list[Handle]:
    (operation,) = document.operations
    if side == "sends":
        return [media.schema for media in operation.body.content.values()] if operation.body else []
    answers = [one for one in operation.answers.values() if one.success == (side == "reads")]
    return [media.schema for answer in answers for media in answer.content.values()]


def changed(name: str, side: str, path: str, kind: str) -> Json | None:
    """The operation's document with one thing changed; None when the contract does not have it."""
    raw = copy.deepcopy(CUT[name])
    document = Document(raw)
    place, _, header = path.partition(":")
    if header and side == "sends":
        found = change_parameter(document, place, header, kind)
    elif header:
        found = change_header(document, header, kind)
    else:
        steps = re.findall(r"\[\]|[^.\[\]]+", path)
        found = sum(change_field(document, handle, steps, kind) for handle in bodies(document, side))
    return raw if found else None


def judged(name: str, revision: Json) -> Report:
    return compare(of(CUT[name]), of(revision), usage=USAGE, scope="used")


def cells() -> Iterator[tuple[str, str, str]]:
    """Everything in the table: operation, side, path."""
    yield from sorted({(row.operation_id, "sends", path) for row in USAGE.rows for path in row.sends})
    yield from sorted({(row.operation_id, "reads", path) for row in USAGE.rows for path in row.reads})
    for number, name in enumerate(sorted(OPERATIONS)):  # the errors of all operations are much the same
        some = USAGE.errors if FULL else [USAGE.errors[number % len(USAGE.errors)]]
        yield from ((name, "errors", path) for path in some)
    for name in sorted(OPERATIONS):  # who asks counts both ways, read or not
        (operation,) = Document(CUT[name]).operations
        told = {header for answer in operation.answers.values() for header in answer.headers}
        yield from ((name, "reads", path) for path in sorted(USAGE.identity) if path.partition(":")[2] in told)
        asked = {f"{place}:{header}" for place, header in operation.parameters}
        yield from ((name, "sends", path) for path in sorted(USAGE.identity & asked))


CELLS = sorted(set(cells()))


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_whatever_we_use_is_ring_1(name: str) -> None:
    """Each is changed in all of the three ways; at short length a dozen of them, spread out, are in one."""
    cells = [cell for cell in CELLS if cell[0] == name]
    for number, (_, side, path) in enumerate(cells if FULL else cells[:: -(-len(cells) // 12)]):
        for kind in KINDS if FULL else (KINDS[number % 3],):
            revision = changed(name, side, path, kind)
            if revision is None:
                assert side == "errors", (side, path)  # not every error answer is described
                continue
            report = judged(name, revision)
            broken = report.open("breaking", 1)
            assert broken, (side, path, kind, [(f.kind, f.cls, f.ring, f.message) for f in report.findings])
            assert all(re.search(r"\(facade/\S+\.py:\d+\)", method) for f in broken for method in f.facade)
            users = {row for row in USAGE.by_operation[name] if path in (row.sends if side == "sends" else row.reads)}
            told = {method for f in broken for method in f.facade}
            assert {USAGE.place(row) for row in users} <= told, (side, path, kind)
            assert not report.movable


def unused(name: str, side: str, rng: random.Random) -> Iterator[str]:
    """Some fields of an operation that nothing in the table is, or is on the way to."""
    used = {path for row in USAGE.by_operation[name] for path in (row.sends if side == "sends" else row.reads)}
    used |= {*USAGE.errors} if side == "errors" else set()
    document = Document(CUT[name])
    found: set[str] = set()

    def walk(handle: Handle, path: str, depth: int) -> None:
        shape = document.shape(handle)
        for union in shape.unions:
            for variant in union.variants if depth < 6 else ():
                walk(variant, path, depth + 1)
        if shape.items and depth < 6:
            walk(shape.items, f"{path}[]", depth + 1)
        for field, inner in shape.properties.items() if depth < 6 else ():
            here = f"{path}.{field}" if path else field
            found.add(here)
            walk(inner, here, depth + 1)

    for handle in bodies(document, side):
        walk(handle, "", 0)
    free = sorted(one for one in found - used if not any(other.startswith((f"{one}.", f"{one}[")) for other in used))
    yield from rng.sample(free, min(len(free), 30 if FULL else 3))


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_what_we_do_not_use_never_is(name: str) -> None:
    rng = random.Random(name)
    required = {"property-required", "required-property-added"}
    for side in ("sends", "reads", "errors"):
        for path in unused(name, side, rng):
            kind = rng.choice(KINDS)
            revision = changed(name, side, path, kind)
            assert revision is not None, (side, path)
            near = [f for f in judged(name, revision).findings if f.ring == 1 and f.kind not in required]
            assert near == [], (side, path, kind, [(f.kind, f.message, f.facade) for f in near])


def test_the_whole_pin_moves_by_the_same_judgement(drift: Callable[..., Report]) -> None:
    """What is told of the cut documents is told of the pin."""
    rng = random.Random(1)
    cells = [cell for cell in CELLS if cell[1] == "reads" and ":" not in cell[2]]
    for name, side, path in rng.sample(cells, 5 if FULL else 1):
        revision = copy.deepcopy(PIN)
        cut_one = changed(name, side, path, "remove")
        assert cut_one is not None
        for section, components in cut_one["components"].items():
            revision["components"][section] |= components
        place, method = PLACES[name]
        revision["paths"][place][method] = cut_one["paths"][place][method]
        report = drift(PIN, revision, usage=USAGE, scope="used")
        assert report.open("breaking", 1)
        assert not report.movable


SIGNED = [name for name in sorted(OPERATIONS) if Document(CUT[name]).operations[0].security != [{}]]


@pytest.mark.parametrize("name", SIGNED)
def test_how_a_customer_signs_in_counts(name: str) -> None:
    revision = copy.deepcopy(CUT[name])
    path, method = PLACES[name]
    for scheme in {key for either in revision["paths"][path][method]["security"] for key in either}:
        revision["components"]["securitySchemes"][scheme] = {"type": "apiKey", "in": "header", "name": "X-Elsewhere"}
    report = judged(name, revision)
    assert report.open("breaking", 1)
    assert not report.movable


def test_somebody_signs_in() -> None:
    assert len(SIGNED) > 20
