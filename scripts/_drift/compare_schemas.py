"""Compare schemas, once for each pair that some operation sees at the same place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from _contract.document import Json

from _drift.compare_fields import compare_fields
from _drift.compare_values import compare_default, compare_types, compare_values
from _drift.compare_variants import compare_discriminators, compare_unions
from _drift.edits import Edit, Here, Node, owner_of
from _drift.load import WORDING
from _drift.meaning import anything, either
from _drift.model import Document
from _drift.pairing import Pairing
from _drift.shapes import ANYTHING, At, Handle, Union, plain


class SchemaPairs(Pairing):
    """The graph of pairs of schemas, with the edits of each."""

    def __init__(self, base: Document, revision: Document) -> None:
        super().__init__(base, revision)
        # A document without sentences is compared by its facts, or every upstream description would be news.
        self.wording = base.has_wording and revision.has_wording
        self.met: Counter[tuple[str, str]] = Counter()

    def meet(self, base: At, revision: At) -> None:
        """Two components, or parts of them, are seen at the same place of the same operation."""
        self.met[owner_of(base.pointer), owner_of(revision.pointer)] += 1

    def drain(self) -> None:
        """Compare every pair that was met, and those that they lead to."""
        while self.queue:
            key, base, revision = self.queue.popleft()
            self._compare(self.nodes[key], base, revision, key[2])

    def _compare(self, node: Node, base: Handle, revision: Handle, variant: bool) -> None:
        here = Here(node, self.base.shape(base), self.revision.shape(revision))
        x, y = here.x, here.y
        if x.broken != y.broken:
            here.edit("unresolvable", "$ref", "", x.broken or "", y.broken or "")
            return
        free = (anything(x), anything(y))
        if not any(free):
            self._judge(here, base, revision, variant)
        elif not all(free):
            here.edit("type-narrowed" if free[0] else "type-widened", "type", "", *self.labels(base, revision))
        if not any(found.kind.startswith("type-") for found in node.edits):  # a new type is described anew
            node.edits += self.reworded(x.wording, y.wording, tuple(x.layers), tuple(y.layers))

    def _judge(self, here: Here, base: Handle, revision: Handle, variant: bool) -> None:
        """Compare two schemas that both say something."""
        x, y = here.x, here.y
        self._unknown(here)
        if x.bare_union or y.bare_union:
            one = x.unions[0] if x.bare_union else lone(base, x.layers)
            other = y.unions[0] if y.bare_union else lone(revision, y.layers)
            if not compare_unions(self, here, one, other):
                here.edit("type-changed", "type", "", *self.labels(base, revision))
                return
            compare_default(here)
        elif not compare_types(here, self.labels(base, revision)):
            return
        if not variant and x.nullable != y.nullable:
            here.node.edits.append(_nullability(here))
        if x.bare_union or y.bare_union:
            return
        compare_values(self, here)
        compare_discriminators(self, here)
        if "object" in (x.types or ()) and "object" in (y.types or ()):
            compare_fields(self, here)
        if "array" in (x.types or ()) and "array" in (y.types or ()):
            self.child(here.node, "[]", x.items or ANYTHING, y.items or ANYTHING)
        self._choices(here, self.labels(base, revision))

    def _choices(self, here: Here, labels: tuple[str, str]) -> None:
        """Unions beside other keywords."""
        x, y = here.x, here.y
        for one, other in zip(x.unions, y.unions, strict=False):
            if not compare_unions(self, here, one, other):
                here.edit("type-changed", one.word, "", *labels)
        for union in y.unions[len(x.unions) :]:
            here.edit("choice-added", union.word, "", "", either(self.revision, union.variants))
        for union in x.unions[len(y.unions) :]:
            here.edit("choice-removed", union.word, "", either(self.base, union.variants))

    def _unknown(self, here: Here) -> None:
        for word in sorted(here.x.unknown.keys() | here.y.unknown.keys()):
            before, after = plain(here.x.unknown.get(word)), plain(here.y.unknown.get(word))
            if before != after:
                here.edit("unknown-keyword-changed", word, word, before[:80], after[:80])

    def reworded(
        self, x: dict[str, Json], y: dict[str, Json], base_at: tuple[str, ...], revision_at: tuple[str, ...]
    ) -> Iterator[Edit]:
        """Differences of words, which change nothing on the wire."""
        for word in sorted(x.keys() | y.keys()):
            if plain(x.get(word)) == plain(y.get(word)) or (word in WORDING and not self.wording):
                continue
            if word == "deprecated":
                yield Edit("deprecated" if y.get(word) else "undeprecated", "", base_at, revision_at)
            else:
                yield Edit("wording-changed", word, base_at, revision_at)


def lone(handle: Handle, layers: list[str]) -> Union:
    """A schema that is no union as the union of itself."""
    return Union("", layers[0] if layers else "", [handle], None, {})


def _nullability(here: Here) -> Edit:
    """Told where it changed: at the reference, where that decides it on one side, and not at what is referred to."""
    x, y = here.x, here.y
    kind = "nullable" if y.nullable else "not-nullable"
    if bool(x.null_at) != bool(y.null_at):
        return Edit(kind, "", x.null_at, y.null_at)
    return Edit(kind, "", x.where("nullable"), y.where("nullable"))
