"""How near a change is to us: (1) it breaks what we use, (2) it changes an operation we use, (3) it is elsewhere.

What we use is the facade's own table: method, operation id, fields sent, fields read. Nothing of the facade is
imported; the table is a file of data, and the line of a method comes from its source.
"""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from _drift.edits import Direct, Edit, Key, OperationPair, Root
from _drift.findings import Finding, Grouping, GroupKey
from _drift.load import CannotCompare
from _drift.policy import Role, classify

FIELD_KINDS = ("property-", "required-property-", "made-", "no-longer-")
NEWLY_REQUIRED = frozenset({"required-property-added", "property-required", "no-longer-read-only-required"})
PARAMETER_NEEDED = frozenset({"required-parameter-added", "parameter-required"})
# Every method reads these of an error answer, through the one place that makes errors.
ERROR_FIELDS = ("error", "error_code", "message", "errors")


@dataclass(frozen=True)
class Row:
    """One use of an operation by the facade: parameters and dotted body fields it sends, dotted answer fields it reads.

    A parameter or header is named bare, or with its place ("query:page_size").
    """

    method: str
    operation_id: str
    sends: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Usage:
    """The facade's table, with the source it points into."""

    rows: tuple[Row, ...] = ()
    elsewhere: frozenset[str] = frozenset()
    """Operations beside those of the rows that are known and left to `shop.api`."""
    sources: Path | None = None

    @cached_property
    def by_operation(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            found[row.operation_id].append(row)
        return found

    def place(self, method: str) -> str:
        """The method with file and line, or the method alone when its source is not found."""
        found = self._lines.get(method) or self._lines.get(method.rpartition(".")[2]) or ""
        return f"{method} ({found})" if found else method

    @cached_property
    def _lines(self) -> dict[str, str]:
        """Every method of the facade by "group.method", "Class.method" and, where it is the only one, "method"."""
        lines: dict[str, str] = {}
        bare: dict[str, list[str]] = defaultdict(list)
        folder = self.sources
        for file in sorted((folder / "_async").rglob("*.py")) + sorted(folder.rglob("*.py")) if folder else []:
            if "_sync" in file.parts:
                continue
            try:
                tree = ast.parse(file.read_text(encoding="utf-8"))
            except (OSError, SyntaxError):
                continue
            shown = file.relative_to(folder.parent.parent).as_posix() if folder else file.name
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef):
                    for item in node.body:
                        if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)):
                            line = f"{shown}:{item.lineno}"
                            for name in (
                                f"{file.stem}.{node.name}.{item.name}",
                                f"{file.stem}.{item.name}",
                                f"{node.name}.{item.name}",
                                f"{node.name.lower()}.{item.name}",
                            ):
                                lines.setdefault(name, line)
                            bare[item.name].append(line)
        for name, found in bare.items():
            if len(set(found)) == 1:
                lines.setdefault(name, found[0])
        return lines


def load_usage(table: Path) -> Usage:
    """Read `ROWS` of a Python file without importing the package it is part of."""
    if not table.exists():
        raise CannotCompare(f"{table.name}: no such table of what we use")
    spec = importlib.util.spec_from_file_location("_drift_coverage_table", table)
    if spec is None or spec.loader is None:
        raise CannotCompare(f"{table.name}: not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    try:
        spec.loader.exec_module(module)
        rows = tuple(Row(row.method, row.operation_id, tuple(row.sends), tuple(row.reads)) for row in module.ROWS)
    except Exception as error:
        raise CannotCompare(f"{table.name}: {type(error).__name__}: {error}") from None
    finally:
        del sys.modules[spec.name]
    return Usage(rows, frozenset(getattr(module, "ELSEWHERE", ())), table.parent)


def missing(usage: Usage, operation_ids: set[str]) -> list[Row]:
    """The rows whose operation a document does not have."""
    return [row for row in usage.rows if row.operation_id not in operation_ids]


def undecided(grouping: Grouping, usage: Usage) -> list[str]:
    """New operations under the tags of those we use, which somebody has to decide on."""
    pairs = grouping.comparison.operations
    there = [operation for pair in pairs for operation in (pair.base, pair.revision) if operation]
    tags = {tag for operation in there if operation.id in usage.by_operation for tag in operation.tags}
    known = usage.by_operation.keys() | usage.elsewhere
    return sorted(
        pair.known.id or pair.known.key
        for pair in pairs
        if pair.base is None and pair.known.id not in known and tags & set(pair.known.tags)
    )


def assign(grouping: Grouping, findings: Iterable[Finding], usage: Usage) -> None:
    """Set ring and facade methods of every finding."""
    hit: dict[GroupKey, dict[str, None]] = defaultdict(dict)
    touched: dict[GroupKey, dict[str, None]] = defaultdict(dict)
    for pair in grouping.comparison.operations:
        names = {operation.id for operation in (pair.base, pair.revision) if operation}
        rows = [row for name in sorted(names) for row in usage.by_operation.get(name, ())]
        if not rows:
            continue
        for edit, _ in edits_of(grouping, pair):
            for row in rows:
                touched[grouping.key(edit)[0]][row.method] = None
        for row in rows:
            for edit in breaking(grouping, pair, row):
                hit[grouping.key(edit)[0]][row.method] = None
    for finding in findings:
        methods = {method: None for part in finding.parts for method in hit.get(part, ())}
        near = {method: None for part in finding.parts for method in touched.get(part, ())}
        finding.ring = 1 if methods else 2 if near else 3
        finding.facade = [usage.place(method) for method in (methods or near)]


def edits_of(grouping: Grouping, pair: OperationPair) -> Iterator[tuple[Edit, Role]]:
    """Every edit an operation sees and can notice."""
    for direct in pair.direct:
        yield direct.edit, direct.role
    for root in pair.roots:
        for edit, _ in grouping.reachable(root.key, root.role, root.path):
            if classify(edit.kind, root.role) is not None:
                yield edit, root.role


def breaking(grouping: Grouping, pair: OperationPair, row: Row) -> Iterator[Edit]:
    """The edits of one operation that break what one row of the table sends or reads."""

    def breaks(edit: Edit, role: Role) -> bool:
        return classify(edit.kind, role, strict_answers=grouping.strict_answers) == "breaking"

    sends, reads = set(row.sends), set(row.reads)
    for direct in pair.direct:
        if breaks(direct.edit, direct.role) and concerns(direct, sends, reads):
            yield direct.edit
    for root in pair.roots:
        for path in followed(root, sends, reads):
            for edit in along(grouping, root.key, root.role, path):
                if breaks(edit, root.role):
                    yield edit


def followed(root: Root, sends: set[str], reads: set[str]) -> list[str | None]:
    """The paths below one root that a caller with these sends and reads depends on, in the terms of `along`."""
    used = sends if root.role == "request" else reads
    if root.path:
        return [None] if named(root.path, used) else []
    if root.role == "error":
        return list(ERROR_FIELDS)
    fields = sorted(path for path in used if ":" not in path)
    return [*fields, ""] if root.role == "request" else [*fields]


def concerns(direct: Direct, sends: set[str], reads: set[str]) -> bool:
    """Whether a change of the operation itself concerns a caller that sends and reads these paths."""
    if not direct.path or direct.edit.kind in PARAMETER_NEEDED:
        return True
    return named(direct.path, sends if direct.role == "request" else reads)


def named(path: str, used: set[str]) -> bool:
    """Whether a parameter or header, "query:page_size", is among those used; every caller fills the path."""
    place, _, name = path.partition(":")
    return (
        place == "path" or path in used or name in used or (place == "header" and name.lower() in map(str.lower, used))
    )


def along(grouping: Grouping, key: Key, role: Role, path: str | None) -> Iterator[Edit]:
    """The edits that a reader or writer of one dotted path meets: on the way, at the field, and below it.

    None is the whole; "" the outermost object alone, as met by whoever sends a body at all.
    """
    if path is None:
        yield from (edit for edit, _ in grouping.reachable(key, role, ""))
        return
    steps = re.findall(r"\[\]|[^.\[\]]+", path)
    waiting: list[tuple[Key, int]] = [(key, 0)]
    seen: set[tuple[Key, int]] = set()
    while waiting:
        at, index = waiting.pop()
        if (at, index) in seen or at not in grouping.dirty:
            continue
        seen.add((at, index))
        node = grouping.comparison.nodes[at]
        if path and index == len(steps):
            yield from (edit for edit, _ in grouping.reachable(at, role, ""))
            continue
        step = steps[index] if index < len(steps) else None
        for edit in node.edits:
            about = edit.name if edit.kind.startswith(FIELD_KINDS) else None
            if role in edit.unseen_by:
                continue
            if about is None or about == step or (role == "request" and edit.kind in NEWLY_REQUIRED):
                yield edit
        named = any(child.step == step for child in node.children)
        for child in node.children:
            if role in child.unseen_by:
                continue
            if child.step == "":
                waiting.append((child.key, index))
            elif step is not None and (child.step == step or (child.step == "*" and not named)):
                waiting.append((child.key, index + 1))
