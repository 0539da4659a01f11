"""The pairs of schemas of a comparison: each is met once, however often and in whatever circle it is reached."""

from __future__ import annotations

from collections import deque

from _drift.edits import Child, Key, Node
from _drift.load import CannotCompare
from _drift.meaning import label
from _drift.model import Document
from _drift.policy import Role
from _drift.shapes import Handle, key_of

MOST = 2_000_000


class Pairing:
    """What the comparisons of parts of schemas have in common: both documents, and the pairs still to be compared."""

    def __init__(self, base: Document, revision: Document) -> None:
        self.base, self.revision = base, revision
        self.nodes: dict[Key, Node] = {}
        self.queue: deque[tuple[Key, Handle, Handle]] = deque()

    def pair(self, base: Handle, revision: Handle, variant: bool = False) -> Key:
        key = (key_of(base), key_of(revision), variant)
        if key not in self.nodes:
            if len(self.nodes) > MOST:
                raise CannotCompare(f"schemas nest into each other without end, at {key[0][0]}")
            self.nodes[key] = Node()
            self.queue.append((key, base, revision))
        return key

    def child(
        self, node: Node, step: str, base: Handle, revision: Handle, unseen_by: frozenset[Role] = frozenset()
    ) -> None:
        """A pair inside another, one step down."""
        if base is not revision:  # both ANYTHING
            node.children.append(Child(step, self.pair(base, revision), unseen_by))

    def labels(self, base: Handle, revision: Handle) -> tuple[str, str]:
        return label(self.base, base), label(self.revision, revision)
