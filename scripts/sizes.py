"""Hold what is written by hand to its sizes: no file over 400 lines, no function over 50, and no more reads of answers
by a name in quotes than there are.

Rendered twins, generated code, seed data and tests are apart.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("facade", "scripts", "openapi")
APART = frozenset({"_sync", "seed", "__pycache__"})
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
FACADE = "facade/nexus_storefront"
READS_BY_NAME = 123
"""Calls of `answer_fields.field` in the facade: no type checker sees it when such a field moves. Only gets smaller."""


def too_long(path: Path) -> Iterator[str]:
    """What of a file is over its size."""
    text, name = path.read_text("utf-8"), path.relative_to(ROOT)
    lines = text.count("\n")
    if lines > LONGEST_FILE:
        yield f"{name}: {lines} lines, {LONGEST_FILE} at most"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{name}:{node.lineno}: {node.name} has {length} lines, {LONGEST_FUNCTION} at most"


def reads_by_name(path: Path) -> int:
    """Calls of `field` of `answer_fields`, under whatever name the module imports it."""
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("answer_fields")
        for alias in node.names
        if alias.name == "field"
    }
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return sum(isinstance(called, ast.Name) and called.id in names for called in calls)


def main() -> int:
    files = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")) if not APART & {*path.parts}]
    found = [line for path in files for line in too_long(path)]
    reads = sum(reads_by_name(path) for path in files if path.is_relative_to(ROOT / FACADE))
    if reads > READS_BY_NAME:
        found.append(f"{reads} reads of answers by name, {READS_BY_NAME} at most: use a model's typed attribute")
    elif reads < READS_BY_NAME:
        found.append(f"{reads} reads of answers by name are left: write that into READS_BY_NAME")
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
