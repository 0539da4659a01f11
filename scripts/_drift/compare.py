"""Find every difference between two documents, once per pair of schemas, and which operation sees it on which side."""

from __future__ import annotations

from _drift.compare_general import general_edits
from _drift.compare_operations import compare_operation, pair_operations
from _drift.compare_schemas import SchemaPairs
from _drift.edits import Edit, OperationPair
from _drift.model import Document


class Comparison:
    """All differences between two documents, not yet judged or grouped."""

    def __init__(self, base: Document, revision: Document) -> None:
        self.base, self.revision = base, revision
        pairs = SchemaPairs(base, revision)
        self.operations: list[OperationPair] = pair_operations(base.operations, revision.operations)
        for pair in self.operations:
            compare_operation(pairs, pair)
        pairs.drain()
        self.nodes, self.met = pairs.nodes, pairs.met
        self.general: list[Edit] = [*general_edits(pairs)]
