"""The committed table of what the facade uses against the contract; `make check` holds it against what is used."""

from __future__ import annotations

from pathlib import Path

from _contract.pin import load_pin
from _drift.model import Document
from _drift.places import Places
from _drift.usage import not_wrapped
from _drift.usage_page import render
from _usage.record import is_known
from usage_table import OPERATIONS, USAGE

PLACES = Places(Path(__file__).parents[2])
PIN = load_pin()
DOCUMENT = Document(PIN)


def test_the_table_says_what_the_contract_has() -> None:
    known = {operation.id: operation for operation in DOCUMENT.operations}
    assert known.keys() >= OPERATIONS
    for row in USAGE.rows:
        for side, paths in (("sends", row.sends), ("reads", row.reads)):
            assert [path for path in paths if not is_known(DOCUMENT, known[row.operation_id], side, path)] == []


def test_every_method_of_the_table_has_a_line() -> None:
    assert [USAGE.place(row) for row in USAGE.rows if f"({row.file}:" not in USAGE.place(row)] == []


def test_what_is_not_wrapped_is_of_the_same_side_and_called_by_nobody() -> None:
    """What the contract has gained since is told by `make drift` and `make pin`; it fails nothing."""
    left = not_wrapped(PLACES.openapi)
    tags = {tag for operation in DOCUMENT.operations if operation.id in OPERATIONS for tag in operation.tags}
    of_this_side = {operation.id for operation in DOCUMENT.operations if tags & set(operation.tags)}
    assert set(left) <= of_this_side
    assert not set(left) & OPERATIONS


def test_the_page_is_made_from_the_table() -> None:
    page = render(USAGE, not_wrapped(PLACES.openapi), PIN, PLACES.generated)
    assert PLACES.page.read_text("utf-8") == page


def test_who_asks_is_measured() -> None:
    assert USAGE.identity == {
        "header:x-scalev-storefront-api-key",
        "header:x-scalev-guest-token",
        "header:x-scalev-checkout-intent-token",
    }
    assert {"error", "error_code", "errors", "message"} <= set(USAGE.errors)
