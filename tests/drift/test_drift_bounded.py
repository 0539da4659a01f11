# ruff: noqa: E501 - documents read best on one line
"""However schemas name each other, there is an answer soon, or one line saying why there is none."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import drift as command
import pytest
from _drift.report import Report

Json = Any
N = 7
STRING = {"type": "string"}


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def unions(variants: Callable[[int], list[Json]], **more: Json) -> Json:
    """Seven unions, each with the variants given for its number and an object of its own."""
    leaves = {f"L{i}": {"type": "object", "properties": {f"f{i}": STRING}} for i in range(N)}
    return {f"U{i}": {"oneOf": [*variants(i), ref(f"L{i}")], **more} for i in range(N)} | leaves


def others(i: int) -> list[int]:
    return [j for j in range(N) if j != i]


ENTANGLED: dict[str, Json] = {
    "unions that name each other": unions(lambda i: [ref(f"U{j}") for j in others(i)]),
    "through allOf": unions(lambda i: [{"allOf": [ref(f"U{j}")]} for j in others(i)]),
    "beside fields": unions(lambda i: [ref(f"U{j}") for j in others(i)], properties={f"p{j}": ref(f"U{j}") for j in range(N)}),
    "through lists": unions(lambda i: [{"type": "array", "items": ref(f"U{j}")} for j in range(N)]),
    "through fields": unions(lambda i: [{"type": "object", "properties": {"x": ref(f"U{j}"), f"k{j}": STRING}} for j in range(N)],
                             discriminator={"propertyName": "x"}),
    "conjunctions of conjunctions": {
        f"U{i}": {"type": "object", "properties": {
            "p": {"allOf": [ref(f"U{j}") for j in range(N) if i * j % 3 != 1]},
            "q": {"allOf": [ref(f"U{(i * j + 1) % N}") for j in range(N)]}}}
        for i in range(N)
    },
    "allOf of itself": {"U0": {"allOf": [ref("U0"), {"type": "object", "properties": {
        "a": {"allOf": [ref("U0"), {"properties": {"a": {"type": "object"}}}]}}}]}},
    "allOf of itself alone": {"U0": {"allOf": [{"allOf": [{"allOf": [ref("U0")]}]}]}},
    "allOf of a part of itself": {"U0": {"allOf": [{"type": "object"}, {"$ref": "#/components/schemas/U0/allOf/1/allOf/0"}]}},
    "not itself": {"U0": {"not": ref("U0")}},
    "values that are itself": {"U0": {"type": "object", "additionalProperties": {
        "allOf": [ref("U0"), {"type": "object", "additionalProperties": ref("U0")}]}}},
}  # fmt: skip


@pytest.mark.parametrize("name", ENTANGLED)
@pytest.mark.parametrize("side", ["request", "answer"])
def test_schemas_that_name_each_other(
    name: str, side: str, make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    base = make(**{side: ref("U0")}, components={"schemas": ENTANGLED[name]})
    revision = copy.deepcopy(base)
    last = revision["components"]["schemas"][list(ENTANGLED[name])[-1]]
    last["properties"] = {**last.get("properties", {}), "fresh": {"type": "integer"}}
    started = time.process_time()
    assert drift(base, copy.deepcopy(base)).verdict == "identical"
    assert drift(base, revision).verdict != "identical"
    assert time.process_time() - started < 5


def test_deep_schemas_are_one_line(
    tmp_path: Path, make: Callable[..., Json], capsys: pytest.CaptureFixture[str]
) -> None:
    text = json.dumps(make(answer={"x": 1})).replace('{"x": 1}', "DEEP")
    nested = '{"allOf": [' * 3_000 + "{}" + "]}" * 3_000
    (tmp_path / "deep.json").write_text(text.replace("DEEP", nested))
    (tmp_path / "deep.yaml").write_text("# YAML\n" + text.replace("DEEP", nested))
    for name in ("deep.json", "deep.yaml"):
        assert command.main([str(tmp_path / name)] * 2) == 2
        told = capsys.readouterr()
        assert (told.out, len(told.err.splitlines())) == ("", 1)
        assert "nested too deeply" in told.err
