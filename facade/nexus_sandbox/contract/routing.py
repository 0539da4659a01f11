"""Finds the contract's operation for a method and a path."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .pin import Operation


@dataclass
class _Node:
    fixed: dict[str, _Node] = field(default_factory=dict)
    variable: _Node | None = None
    operations: dict[str, tuple[Operation, tuple[str, ...]]] = field(default_factory=dict)


class Router:
    """A tree of path segments. A fixed segment beats a parameter, as OpenAPI says."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root = _Node()
        for operation in operations:
            node = self._root
            names = []
            for segment in operation.path.strip("/").split("/"):
                if segment.startswith("{"):
                    names.append(segment[1:-1])
                    node.variable = node.variable or _Node()
                    node = node.variable
                else:
                    node = node.fixed.setdefault(segment, _Node())
            node.operations[operation.method] = (operation, tuple(names))

    def find(self, method: str, segments: list[str]) -> tuple[Operation | None, dict[str, str], frozenset[str]]:
        """Return the operation, its path parameters, and the methods the path knows (empty: no such path)."""
        methods: set[str] = set()
        for node, values in self._walk(self._root, segments, ()):
            if method in node.operations:
                operation, names = node.operations[method]
                return operation, dict(zip(names, values, strict=True)), frozenset(node.operations)
            methods.update(node.operations)
        return None, {}, frozenset(methods)

    def _walk(
        self, node: _Node, segments: list[str], values: tuple[str, ...]
    ) -> Iterable[tuple[_Node, tuple[str, ...]]]:
        if not segments:
            if node.operations:
                yield node, values
            return
        head, rest = segments[0], segments[1:]
        if head in node.fixed:
            yield from self._walk(node.fixed[head], rest, values)
        if node.variable is not None and head:
            yield from self._walk(node.variable, rest, (*values, head))
