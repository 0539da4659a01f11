"""Run the tests that show what the facade does, and make the table of what they recorded."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from _contract.pin import ROOT, load_pin
from _drift.model import Document
from _drift.shapes import Handle, Operation
from _drift.usage import Usage, UsageRow, not_wrapped

TESTS = (
    "tests/test_cassettes.py::test_the_recording_replays_for_the_synchronous_half",
    "tests/events/test_events_payloads.py",
    "tests/facade/test_everything_read.py",
    "tests/facade/test_everything_sent.py",
    "tests/facade/test_order_examples.py",
    "tests/facade/test_payments.py",
    "tests/facade/test_views.py",
    *(
        f"tests/facade/_sync/test_{name}.py"
        for name in ("cart", "checkout", "errors", "flows", "intents", "payments_wait", "proof")
    ),
    "tests/facade/_sync/test_events.py::test_a_whole_visit_arrives_as_the_store_expects_it",
    "tests/sessions/test_auth.py",
    "tests/sessions/test_login_cart.py",
)
"""What shows all that the facade does, and does it in one order each time."""
CLASS = "class "
"""What stands before the name of a model in place of an operation: a test made the model, no answer."""
Note = tuple[str, str, str, str, str]
"""File, method, operation, side, path."""


class RecordingFailed(Exception):
    """The tests that record did not pass."""


def record(root: Path = ROOT) -> Usage:
    """The table as the tests have it now. Raises RecordingFailed."""
    with tempfile.TemporaryDirectory(prefix="usage-") as folder:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "usage_recorder", *TESTS]
        paths = [str(root / "tests" / "support"), str(root / "scripts"), os.environ.get("PYTHONPATH", "")]
        environment = {**os.environ, "FACADE_USAGE": folder, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
        result = subprocess.run(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True, check=False)
        if result.returncode:
            raise RecordingFailed(f"the tests that record failed:\n{result.stdout[-3000:]}")
        files = sorted(Path(folder).glob("*.jsonl"))
        notes = {tuple(json.loads(line)) for file in files for line in file.read_text(encoding="utf-8").splitlines()}
    return table_of(notes, Document(load_pin(root / "openapi")), root)


def table_of(notes: set[Note], document: Document, root: Path = ROOT) -> Usage:
    """The rows of these notes, without what the contract does not have."""
    operations = {operation.id: operation for operation in document.operations}
    rows: dict[tuple[str, str, str], dict[str, set[str]]] = defaultdict(lambda: {"sends": set(), "reads": set()})
    errors: set[str] = set()
    for file, method, name, side, path in _placed(notes):
        if side == "errors":
            errors.add(path)
            continue
        operation = operations.get(name)
        if operation is None:
            continue
        row = rows[method, name, file]
        if path and is_known(document, operation, side, path):
            row[side].update((path, *_tags(document, operation, side, path)))
    listed = (
        UsageRow(method, name, tuple(sorted(found["sends"])), tuple(sorted(found["reads"])), file)
        for (method, name, file), found in rows.items()
    )
    left = frozenset(not_wrapped(root / "openapi"))
    return Usage(tuple(sorted(listed)), tuple(sorted(errors)), left, root)


def _placed(notes: set[Note]) -> Iterator[Note]:
    """The notes, those about a model that a test made placed wherever answers held such a model."""
    holders: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for _, name, operation, side, path in notes:
        if side == "holds":
            holders[name].append((operation, path))
    for file, method, name, side, path in notes:
        if name.startswith(CLASS):
            for operation, at in holders[name.removeprefix(CLASS)]:
                yield file, method, operation, side, f"{at}.{path}" if at else path
        elif side != "holds":
            yield file, method, name, side, path


def _tags(document: Document, operation: Operation, side: str, path: str) -> Iterator[str]:
    """The fields that tell variants apart on the way to another: whoever reads that has read them."""
    steps = _steps(path) if side == "reads" and ":" not in path else []
    handles = [
        media.schema for answer in operation.answers.values() if answer.success for media in answer.content.values()
    ]
    for number, step in enumerate(steps):
        here = "".join(f".{one}" if one != "[]" else one for one in steps[:number]).removeprefix(".")
        unions = [union for handle in handles for union in document.shape(handle).unions]
        yield from (f"{here}.{union.tag}" for union in unions if union.tag)
        handles += [variant for union in unions for variant in union.variants]
        handles = [inner for handle in handles if (inner := _inside(document, handle, step)) is not None]


def _inside(document: Document, handle: Handle, step: str) -> Handle | None:
    shape = document.shape(handle)
    return shape.items if step == "[]" else shape.properties.get(step)


def _steps(path: str) -> list[str]:
    return re.findall(r"\[\]|[^.\[\]]+", path)


def is_known(document: Document, operation: Operation, side: str, path: str) -> bool:
    """Whether the contract has what was sent or read."""
    place, _, name = path.partition(":")
    answers = [answer for answer in operation.answers.values() if answer.success]
    if name and side == "reads":
        return any(name in answer.headers for answer in operation.answers.values())
    if name:
        return (place, name) in operation.parameters
    steps = _steps(path)
    bodies = [operation.body] if side == "sends" and operation.body else answers if side == "reads" else []
    return any(_leads(document, media.schema, steps) for body in bodies for media in body.content.values())


def _leads(document: Document, handle: Handle, steps: list[str], opened: int = 0) -> bool:
    """Whether a dotted path leads to something that the schema names."""
    if not steps:
        return True
    shape, (step, *rest) = document.shape(handle), steps
    if opened < 9 and any(
        _leads(document, variant, steps, opened + 1) for union in shape.unions for variant in union.variants
    ):
        return True
    if step == "[]":
        return shape.items is not None and _leads(document, shape.items, rest)
    if step in shape.properties:
        return _leads(document, shape.properties[step], rest)
    return not isinstance(shape.extra, bool) and bool(rest) and _leads(document, shape.extra, rest)


def differences(written: Usage, recorded: Usage) -> Iterator[str]:
    """What one table has and the other has not."""
    for name, one, other in (("is not in the table", recorded, written), ("is used no more", written, recorded)):
        there = set(_cells(other))
        yield from (f"{cell}: {name}" for cell in sorted(set(_cells(one)) - there))


def _cells(usage: Usage) -> Iterator[str]:
    yield from (f"error answers: reads {path}" for path in usage.errors)
    for row in usage.rows:
        yield f"{row.method} in {row.file}: {row.operation_id}"
        yield from (f"{row.method} in {row.file}: {row.operation_id}: sends {path}" for path in row.sends)
        yield from (f"{row.method} in {row.file}: {row.operation_id}: reads {path}" for path in row.reads)
