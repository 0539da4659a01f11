"""Which components of one document its operations reach, and what each means."""

from __future__ import annotations

from _contract.document import Json

from _drift.load import token
from _drift.meaning import DEEP, expanded, signature
from _drift.model import Document


class Components:
    def __init__(self, document: Document) -> None:
        self.document = document
        self._reached: set[str] = set()
        self._marks: dict[tuple[str, str], str] = {}
        waiting: list[Json] = [document.raw["paths"], document.webhooks, document.raw.get("security")]
        while waiting:
            node = waiting.pop()
            if isinstance(node, dict):
                mapping = node.get("mapping")
                named = [*mapping.values()] if isinstance(mapping, dict) else []
                for ref in (node.get("$ref"), *named):
                    if isinstance(ref, str) and ref.startswith("#"):
                        self._reach(ref, waiting)
                waiting += node.values()
            elif isinstance(node, list):
                waiting += node
        for operation in document.operations:
            for alternative in operation.security:
                self._reached.update(scheme.pointer for scheme in alternative)

    def _reach(self, ref: str, waiting: list[Json]) -> None:
        owner = "/".join(ref.split("/")[:4])
        found = self.document.lookup(owner)
        if found is not None and found.pointer not in self._reached:
            self._reached.add(found.pointer)
            waiting.append(found.raw)

    def reaches(self, section: str, name: str) -> bool:
        return f"#/components/{section}/{token(name)}" in self._reached

    def mark(self, section: str, name: str) -> str:
        """A hash of what a component means."""
        key = (section, name)
        if key not in self._marks:
            self._marks[key] = self._mark(section, name)
        return self._marks[key]

    def _mark(self, section: str, name: str) -> str:
        found = self.document.lookup(f"#/components/{section}/{token(name)}")
        if found is None:
            return ""
        if section == "schemas":
            return signature(self.document, self.document.canonical((found,)), 2 * DEEP)
        return expanded(self.document, found.raw, found.pointer)
