"""What the policy calls additive never makes the generated client fail: new answers, read by the old client."""

from __future__ import annotations

import copy
import importlib
import json
import pkgutil
import random
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import nexus_commerce
import nexus_commerce.api
import pytest
from _drift.cassettes import Contract
from _drift.model import Document
from _drift.report import Report
from _drift.shapes import Handle
from lengths import REWRITTEN_CONTRACTS
from nexus_commerce._model import Model, wire_names

Json = Any
PIN = json.loads((Path(__file__).parents[2] / "openapi" / "nexus-commerce-v3.json").read_text(encoding="utf-8"))
MODULES = {
    module.OPERATION.id: module
    for found in pkgutil.walk_packages(nexus_commerce.api.__path__, "nexus_commerce.api.")
    if hasattr(module := importlib.import_module(found.name), "OPERATION")
}


def additive(document: Json, rng: random.Random) -> Json:
    """The document with hundreds of changes that widen requests or narrow answers, or that a tolerant reader takes."""
    made = copy.deepcopy(document)
    sent = json.dumps(
        [item[m].get("requestBody") for item in made["paths"].values() for m in item if m != "parameters"]
    )
    sent += json.dumps(made["components"]["requestBodies"])
    waiting, requested = [sent], set()
    while waiting:
        text = waiting.pop()
        for name, schema in made["components"]["schemas"].items():
            if f'"#/components/schemas/{name}' in text and name not in requested:
                requested.add(name)
                waiting.append(json.dumps(schema))
    for name, schema in made["components"]["schemas"].items():
        grow(schema, rng, only_read=name not in requested)
    for response in made["components"]["responses"].values():
        for media in response.get("content", {}).values():
            grow(media["schema"], rng, only_read=True)
    return made


def grow(node: Json, rng: random.Random, *, only_read: bool) -> None:
    if isinstance(node, list):
        for value in node:
            grow(value, rng, only_read=only_read)
    if not isinstance(node, dict):
        return
    for value in list(node.values()):
        grow(value, rng, only_read=only_read)
    properties = node.get("properties")
    if isinstance(properties, dict) and isinstance(node.get("type"), str) and properties:
        if rng.random() < 0.5:
            properties[f"brand_new_{rng.getrandbits(32)}"] = rng.choice(
                [{"type": "string"}, {"type": "object", "properties": {"x": {}}}, {}]
            )
        if only_read and rng.random() < 0.3:
            node["required"] = sorted(properties)
        if node.get("additionalProperties") is False and rng.random() < 0.3:
            del node["additionalProperties"]
    if isinstance(node.get("enum"), list) and isinstance(node.get("type"), str) and node["type"] == "string":
        if rng.random() < 0.5:
            node["enum"].append("brand_new_value")
        elif rng.random() < 0.3:
            del node["enum"]
            if node.get("default") is not None:
                node.pop("default")
    if only_read and node.get("nullable") is True and "enum" not in node and rng.random() < 0.3:
        del node["nullable"]
    if only_read and node.get("type") == "number" and rng.random() < 0.3:
        node["type"] = "integer"


class Sampler:
    """Values of a schema: every type, required and optional fields, unknown fields where they are allowed."""

    def __init__(self, document: Document, rng: random.Random) -> None:
        self.document, self.rng = document, rng

    def value(self, handle: Handle, depth: int = 0) -> Json:
        shape, rng = self.document.shape(handle), self.rng
        if shape.nullable and shape.types is not None and rng.random() < 0.15:
            return None
        if shape.enum:
            return rng.choice(list(shape.enum.values()))
        if shape.bare_union:
            return self.value(rng.choice(shape.unions[0].variants), depth)
        kind = rng.choice(sorted(shape.types or {"string", "integer", "boolean"}))
        if kind == "object":
            made = {
                name: self.value(child, depth + 1)
                for name, child in shape.properties.items()
                if name in shape.required or (depth < 5 and rng.random() < 0.7)
            }
            for union in shape.unions:
                chosen = self.value(rng.choice(union.variants), depth + 1)
                made |= chosen if isinstance(chosen, dict) else {}
            if shape.extra is True and rng.random() < 0.3:
                made[rng.choice(["unknown", "to_dict", "class", "additional_properties"])] = rng.choice(
                    [1, "x", None, [{}]]
                )
            return made
        if kind == "array":
            low = int(shape.facts.get("minItems", 0))
            high = min(low + 2, int(shape.facts.get("maxItems", low + 2)))
            size = low if depth > 5 else rng.randint(low, high)
            return [self.value(shape.items, depth + 1) for _ in range(size)] if shape.items else []
        if kind == "boolean":
            return rng.random() < 0.5
        if kind in ("integer", "number"):
            low = shape.facts.get("minimum", (0, False))[0]
            most = shape.facts.get("maximum", (10**6, False))[0]
            number = rng.randint(int(low), int(most))
            return number if kind == "integer" or rng.random() < 0.5 else float(number)
        form = shape.facts.get("format")
        if form == "uuid":
            return str(UUID(int=rng.getrandbits(128)))
        if form == "date-time":
            return (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=rng.randint(0, 10**7))).isoformat()
        if form == "date":
            return "2026-02-03"
        if "pattern" in shape.facts:  # those in answers: a prefix, and perhaps a UUID
            prefix = re.match(r"\^(\w+)", str(shape.facts["pattern"]))
            return (prefix[1] if prefix else "") + str(UUID(int=rng.getrandbits(128)))
        size = max(int(shape.facts.get("minLength", 0)), 3)
        return "".join(rng.choices('abc é"<', k=min(size, int(shape.facts.get("maxLength", size)))))


def read_all(value: Json) -> None:
    """Every field of every model in an answer, as a program would read them."""
    if isinstance(value, list):
        for one in value:
            read_all(one)
    elif isinstance(value, Model):
        for name in wire_names(type(value)):
            read_all(getattr(value, name))


@pytest.mark.parametrize("seed", range(REWRITTEN_CONTRACTS))
def test_the_old_client_reads_what_the_new_document_promises(seed: int, drift: Callable[..., Report]) -> None:
    rng = random.Random(seed)
    new = additive(PIN, rng)
    report = drift(PIN, new)
    assert report.verdict == "additive", [f.message for f in report.findings if f.cls == "breaking"]
    assert len(report.findings) > 300
    kinds = {finding.kind for finding in report.findings}
    widened = {"property-added", "required-property-added", "enum-values-added", "enum-removed", "object-opened"}
    narrowed = {"property-required", "not-nullable", "type-narrowed"}
    assert kinds >= widened | narrowed
    document, contract = Document(new), Contract(new)
    sampler = Sampler(document, rng)
    client = nexus_commerce.Client(base_url="https://api.example.test")
    read = 0
    for operation in document.operations:
        for status, answer in operation.answers.items():
            if status[0] != "2" or "application/json" not in answer.content:
                continue
            schema = answer.content["application/json"].schema
            body = sampler.value(schema)
            problems = list(contract.errors(schema, body))
            # The contract closes some members of `allOf`, which no value satisfies to the letter; and with the new
            # enum value in several variants a value may fit more than one.
            loose = ("is not in the contract", "exactly one of the variants")
            assert not [problem for problem in problems if not problem.endswith(loose)], operation.id
            decoded = MODULES[operation.id]._ANSWERS.body(client, httpx.Response(int(status), json=body))
            read_all(decoded)
            assert plain(decoded) == body
            read += 1
    assert read > 300


def plain(decoded: Json) -> Json:
    if isinstance(decoded, Model):
        return decoded.to_dict()
    return [plain(one) for one in decoded] if isinstance(decoded, list) else decoded
