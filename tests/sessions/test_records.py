"""Records are read back only where every value is of its type."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

import attrs
import pytest
from nexus_storefront.redact import Secret
from nexus_storefront.stores.records import dump, load


@attrs.frozen
class Inner:
    name: str


@attrs.frozen
class Record:
    text: str = ""
    number: int = 0
    amount: float = 0.0
    yes: bool = False
    maybe: int | None = None
    either: str | float = ""
    one: Literal["a", 1] = "a"
    pair: tuple[str, int] = ("", 0)
    many: tuple[tuple[str, int], ...] = ()
    by_name: Mapping[str, int | float] = attrs.field(factory=dict)
    secret: Secret | None = attrs.field(default=None, repr=False)
    inner: Inner | None = None
    anything: object = None


GOOD: list[dict[str, Any]] = [
    {},
    {"text": "é", "number": -1, "amount": 2, "yes": True, "maybe": None, "either": 1.5, "one": 1},
    {"maybe": 3, "either": "x", "pair": ["a", 1], "many": [["a", 1], ["b", 2]], "by_name": {"a": 1, "b": 1.5}},
    {"secret": "s", "inner": {"name": "n"}, "anything": [{"a": None}]},
]
BAD: list[dict[str, Any]] = [
    *({"text": value} for value in (1, None, ["a"])),
    *({"number": value} for value in (1.0, "1", True, None)),
    *({"amount": value} for value in ("1", True, None, float("nan"), float("inf"))),
    *({"yes": value} for value in (1, "true", None)),
    *({"maybe": value} for value in ("1", 1.5, True)),
    *({"either": value} for value in (None, True, float("inf"))),
    *({"one": value} for value in ("b", True, None, [])),
    *({"pair": value} for value in (["a"], ["a", 1, 2], ["a", "b"], {"a": 1}, "a1")),
    *({"many": value} for value in ([["a"]], [["a", 1], 2], {"a": 1}, None)),
    *({"by_name": value} for value in ([], {"a": "1"}, None)),
    *({"secret": value} for value in (1, ["s"])),
    *({"inner": value} for value in ({}, {"name": 1}, {"name": "n", "more": 1}, "n")),
    {"another": 1},
]


@pytest.mark.parametrize("kept", GOOD)
def test_a_record_is_read_back(kept: dict[str, Any]) -> None:
    record = load(Record, json.dumps(kept))
    assert record is not None
    assert load(Record, json.dumps(dump(record)).encode()) == record
    assert isinstance(record.secret, Secret) is ("secret" in kept)


@pytest.mark.parametrize("kept", BAD)
def test_what_is_of_another_type_is_no_record(kept: dict[str, Any]) -> None:
    assert load(Record, json.dumps(kept)) is None
    assert load(Record, kept) is None


@pytest.mark.parametrize("kept", ["", "nonsense", b"\xff", "[]", "null", 7, None, "[" * 100_000])
def test_what_is_no_json_object_is_no_record(kept: object) -> None:
    assert load(Record, kept) is None
