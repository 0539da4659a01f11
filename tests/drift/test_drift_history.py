"""The contract's real past: each step's report, reviewed by hand against both documents, is a golden file.

`UPDATE_GOLDEN=1` writes them anew; review the difference as one reviews code.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from _drift.findings import Finding
from _drift.report import Report, as_markdown

from tests.support import golden

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
STEPS = {
    "2026-04-01_to_2026-05-06": ("2026-04-01.json", "2026-05-06.json"),
    "2026-05-06_to_2026-11-21": ("2026-05-06.json", "2026-11-21.json"),
}


pytestmark = pytest.mark.xdist_group("past")


@pytest.mark.parametrize("step", STEPS)
def test_golden_report(step: str, past: Callable[..., Report]) -> None:
    text = as_markdown(past(*STEPS[step])).replace(str(HERE), "tests/drift")
    text = text.replace(str(HERE).replace("_", "\\_"), "tests/drift")
    file = GOLDEN / f"{step}.md"
    if golden.wanted():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        golden.written()
    assert text == file.read_text(encoding="utf-8")


def find(report: Report, kind: str, text: str) -> Finding:
    found = [finding for finding in report.findings if finding.kind == kind and text in finding.message]
    assert len(found) == 1, [finding.message for finding in found]
    return found[0]


def test_cursors_replaced_last_id(past: Callable[..., Report]) -> None:
    report = past(*STEPS["2026-04-01_to_2026-05-06"])
    told = [finding for finding in report.findings if "last_id" in finding.message]
    assert [(f.kind, f.cls, f.sides, len(f.operations)) for f in told] == [
        ("same-edit", "breaking", ["answer"], 30),
        ("same-edit", "breaking", ["request"], 22),
    ]
    assert all(name in finding.message for finding in told for name in ("next_cursor", "previous_cursor"))
    assert (report.base.version, report.revision.version) == ("3.0.0", "3.0.0")
    assert len(report.open("breaking")) == 15


def test_payment_methods_became_flat(past: Callable[..., Report]) -> None:
    report = past(*STEPS["2026-05-06_to_2026-11-21"])
    flat = find(report, "same-edit", '"va_bca"')
    assert flat.cls == "breaking"
    assert flat.sides == ["request", "answer"]
    assert 'values gone: "indomaret", "va"' in flat.message
    gone = [finding for finding in report.findings if "sub_payment_method gone" in finding.message]
    assert {finding.place for finding in gone} == {
        "Order", "Order.store.store_method_other_incomes[]", "OrderList",
        "OrderCreateBody", "OrderUpdateBody", "OrderDuplicateBody",
    }  # fmt: skip
    assert all(finding.cls == "breaking" for finding in gone)


def test_order_ids_became_uuid_strings(past: Callable[..., Report]) -> None:
    report = past(*STEPS["2026-05-06_to_2026-11-21"])
    ids = find(report, "type-changed", "OrderPrimaryKey: type integer is now string (uuid)")
    assert (ids.cls, len(ids.operations)) == ("breaking", 24)
    inputs = find(report, "variant-added", "OrderPrimaryKeyInput")  # requests take both
    assert (inputs.cls, inputs.sides) == ("additive", ["request"])


def test_one_moved_and_six_removed_operations(past: Callable[..., Report]) -> None:
    report = past(*STEPS["2026-05-06_to_2026-11-21"])
    kinds: dict[str, list[Any]] = {}
    for finding in report.findings:
        kinds.setdefault(finding.kind, []).append(finding.operations)
    assert kinds["operation-moved"] == [["checkDiscountCode"]]
    assert len(kinds["operation-removed"]) == 6
    assert len(kinds["operation-added"]) == 120
    assert report.moves.operations[0] == 120


def test_steps_add_up(past: Callable[..., Report]) -> None:
    """What both steps say is also said of the way from the first document to the last."""
    whole = past("2026-04-01.json", "2026-11-21.json")
    assert whole.verdict == "breaking"
    assert any("last_id gone" in finding.message for finding in whole.findings)
    assert any("OrderPrimaryKey: type integer is now string (uuid)" in finding.message for finding in whole.findings)
