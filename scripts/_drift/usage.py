"""What the facade sends and reads, as its tests recorded it: `openapi/facade_usage.json`."""

from __future__ import annotations

import ast
import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml
from _contract.document import Json

from _drift.load import CannotCompare

USAGE_NAME = "facade_usage.json"
NOT_WRAPPED_NAME = "not-wrapped.yaml"


@dataclass(frozen=True, order=True)
class UsageRow:
    """One use of an operation: what a method sends, and what it reads of the answer.

    Paths are dotted: "items[].quantity" in a body, "query:page_size" and "header:x-name" beside it.
    """

    method: str
    operation_id: str
    sends: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    file: str = ""
    """Where the method is, from the root of the repository."""


@dataclass(frozen=True)
class Usage:
    """The facade's table."""

    rows: tuple[UsageRow, ...] = ()
    errors: tuple[str, ...] = ()
    """What is read of the answers that refuse, whatever the operation: one place makes all errors."""
    not_wrapped: frozenset[str] = frozenset()
    """Operations that are known and left to `shop.api`."""
    root: Path | None = None

    @cached_property
    def by_operation(self) -> dict[str, list[UsageRow]]:
        found: dict[str, list[UsageRow]] = defaultdict(list)
        for row in self.rows:
            found[row.operation_id].append(row)
        return found

    @cached_property
    def identity(self) -> frozenset[str]:
        """The headers that say who asks: all that any method sends. An operation that is used may not lose one."""
        return frozenset(path.lower() for row in self.rows for path in row.sends if path.startswith("header:"))

    def place(self, row: UsageRow) -> str:
        """The method with file and line, or the method alone when its source is not found."""
        line = self._lines(row.file).get(row.method)
        return f"{row.method} ({row.file}:{line})" if line else row.method

    def _lines(self, file: str) -> dict[str, int]:
        if file not in self._files:
            self._files[file] = _functions(self.root / file) if self.root and file else {}
        return self._files[file]

    @cached_property
    def _files(self) -> dict[str, dict[str, int]]:
        return {}


def _functions(file: Path) -> dict[str, int]:
    """The line of every function by its name, "Class.method" for a method; a class is known without "Async" too."""
    try:
        tree = ast.parse(file.read_text(encoding="utf-8"))
    except (OSError, SyntaxError):
        return {}
    lines: dict[str, int] = {}
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        prefix = f"{node.name.removeprefix('Async')}." if isinstance(node, ast.ClassDef) else ""
        for item in inner:
            if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)):
                lines.setdefault(prefix + item.name, item.lineno)
    return lines


def load_usage(table: Path) -> Usage:
    """Read the table, and the list of what is not wrapped beside it. Raises CannotCompare."""
    try:
        raw = json.loads(table.read_text(encoding="utf-8"))
        rows = tuple(
            UsageRow(row["method"], row["operation"], tuple(row["sends"]), tuple(row["reads"]), row["file"])
            for row in raw["rows"]
        )
        return Usage(rows, tuple(raw["errors"]), frozenset(not_wrapped(table.parent)), table.resolve().parents[1])
    except OSError as error:
        raise CannotCompare(f"{table.name}: {error.strerror}; make it with: make usage") from None
    except (ValueError, LookupError, TypeError) as error:
        raise CannotCompare(f"{table.name}: not a table of what we use: {type(error).__name__}: {error}") from None


def not_wrapped(folder: Path) -> dict[str, str]:
    """Storefront operations that no method of the facade calls, each with the reason."""
    path = folder / NOT_WRAPPED_NAME
    listed: Json = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    if not isinstance(listed, dict) or not all(isinstance(why, str) and why.strip() for why in listed.values()):
        raise ValueError(f"{path.name} is no list of operations, each with the reason")
    return listed


def dump_usage(usage: Usage) -> str:
    """The table as it is committed: one row a line, in order."""
    rows = [
        {"method": row.method, "file": row.file, "operation": row.operation_id,
         "sends": list(row.sends), "reads": list(row.reads)}
        for row in sorted(usage.rows)
    ]  # fmt: skip
    lines = ",\n".join(f"  {json.dumps(row)}" for row in rows)
    return f'{{\n "errors": {json.dumps(sorted(usage.errors))},\n "rows": [\n{lines}\n ]\n}}\n'


def missing(usage: Usage, operation_ids: set[str]) -> list[UsageRow]:
    """The rows whose operation a document does not have."""
    return [row for row in usage.rows if row.operation_id not in operation_ids]
