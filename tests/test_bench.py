"""The benchmark refuses rows that say nothing, and measures what it names."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import bench
import pytest
from _bench import Measure
from _bench._process import fresh
from _bench.startup import OURS, PEER, clean_path, core_distributions, measured


@pytest.mark.parametrize(
    ("measure", "problem"),
    [
        (Measure("row", "ms", 1.0, {}), "there is no peer"),
        (Measure("row", "ms", 1.0, {"bare": 0.0}), "bare is 0.0"),
        (Measure("row", "kB", 0.0, {"bare": 2.1}), "ours is 0.0"),
        (Measure("row", "ms", 1.0, {"bare": 2.0, "other": float("nan")}), "other is nan"),
        (Measure("row", "MB", 128.8, {"bare": 128.8}), "ours and bare are equal to the digit"),
        (Measure("row", "MB", 128.801, {"bare": 128.804}), "ours and bare are equal to the digit"),
        (Measure("row", "ms", 5.0, {"bare": 2.0, "other": 5.0}), "ours and other are equal to the digit"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_row_that_says_nothing_fails_the_bench(
    measure: Measure, problem: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert measure.problem() == problem
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("_bench.calls.run", lambda: iter([measure]))
    assert bench.main(["calls"]) == 1
    assert capsys.readouterr().err == f"not a measurement: calls, row: {problem}\n"
    assert not (tmp_path / "build").exists()


def test_sections_are_told_as_they_come_and_the_others_are_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    told: list[str] = []

    def run() -> Iterator[Measure]:
        yield Measure("first", "ms", 2.0, {"bare": 1.0}, limit=1.5)
        told.append(capsys.readouterr().out)
        yield Measure("second", "ms", 3.0, {"bare": 4.0}, most=5.0)

    monkeypatch.setattr("_bench.calls.run", run)
    monkeypatch.setattr("_bench.drift.run", lambda: iter([Measure("third", "MB", 1.0, {"bare": 2.0})]))
    assert bench.main(["drift"]) == 0
    assert bench.main(["calls"]) == 0
    assert "[1/1] calls …" in told[0]
    assert "first: 2 ms, 2.000 times bare" in told[0]
    assert "1.5 OVER" in capsys.readouterr().out
    results = json.loads((tmp_path / "build" / "bench.json").read_text("utf-8"))["results"]
    assert [(row["section"], row["name"]) for row in results] == [
        ("drift", "third"),
        ("calls", "first"),
        ("calls", "second"),
    ]


def test_every_section_can_be_measured() -> None:
    assert [name for name in bench.sections() if not callable(import_module(f"_bench.{name}").run)] == []


def test_memory_is_that_of_the_process_and_not_of_the_one_that_started_it() -> None:
    held = bytearray(200_000_000)
    code = (
        "import json; from _bench import _memory; before = _memory.resident(); held = bytearray(30_000_000);"
        "print(json.dumps([_memory.peak() - before, _memory.peak()]))"
    )
    grown, peak = fresh(code)
    assert 27 < grown < 32
    assert peak < 100 < len(held)


def test_start_up_is_measured_with_the_dependencies_of_the_core_alone(tmp_path: Path) -> None:
    needed = {"httpx", "attrs", "python-dateutil", "certifi"}
    assert needed <= core_distributions().keys()
    path = clean_path(tmp_path)
    for code in (PEER, *(code for code, _ in OURS.values())):
        took, grown, modules = measured(code, path)
        assert took > 0
        assert grown > 0
        assert not {"click", "rich", "pydantic", "redis", "starlette"} & set(modules)
        others = {str(place) for place in map(Path, sys.path) if place.name == "site-packages"}
        assert not others & set(path)
