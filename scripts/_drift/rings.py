"""How near a change is to us: (1) it breaks what we use, (2) it changes an operation we use, (3) it is elsewhere.

What we use is the table that the facade's tests recorded: method, operation id, what is sent, what is read. Nothing of
the facade is imported; the line of a method comes from its source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from _drift.edits import Direct, Edit, Key, OperationPair, Root
from _drift.findings import Finding, Grouping, GroupKey
from _drift.policy import Role, classify
from _drift.usage import Usage, UsageRow

FIELD_KINDS = ("property-", "required-property-", "made-", "no-longer-")
NEWLY_REQUIRED = frozenset({"required-property-added", "property-required", "no-longer-read-only-required"})
ITEMS = ("[]", "*")
PARAMETER_NEEDED = frozenset({"required-parameter-added", "parameter-required"})


def undecided(grouping: Grouping, usage: Usage) -> list[str]:
    """New operations under the tags of those we use, which somebody has to decide on."""
    pairs = grouping.comparison.operations
    there = [operation for pair in pairs for operation in (pair.base, pair.revision) if operation]
    tags = {tag for operation in there if operation.id in usage.by_operation for tag in operation.tags}
    known = usage.by_operation.keys() | usage.not_wrapped
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
                touched[grouping.key(edit)[0]][usage.place(row)] = None
        for row in rows:
            for edit in breaking(grouping, pair, row, usage):
                hit[grouping.key(edit)[0]][usage.place(row)] = None
    for finding in findings:
        methods = {method: None for part in finding.parts for method in hit.get(part, ())}
        near = {method: None for part in finding.parts for method in touched.get(part, ())}
        finding.ring = 1 if methods else 2 if near else 3
        finding.facade = [*(methods or near)]


def edits_of(grouping: Grouping, pair: OperationPair) -> Iterator[tuple[Edit, Role]]:
    """Every edit an operation sees and can notice."""
    for direct in pair.direct:
        yield direct.edit, direct.role
    for root in pair.roots:
        for edit, _ in grouping.reachable(root.key, root.role, root.path):
            if classify(edit.kind, root.role) is not None:
                yield edit, root.role


def breaking(grouping: Grouping, pair: OperationPair, row: UsageRow, usage: Usage) -> Iterator[Edit]:
    """The edits of one operation that break what one row of the table sends or reads."""

    def breaks(edit: Edit, role: Role) -> bool:
        return classify(edit.kind, role, strict_answers=grouping.strict_answers) == "breaking"

    # Who asks is part of every call, and comes back, whether or not this method looks at it.
    sends, reads = {*row.sends, *usage.identity}, {*row.reads, *usage.identity}
    for direct in pair.direct:
        if breaks(direct.edit, direct.role) and concerns(direct, sends, reads):
            yield direct.edit
    for root in pair.roots:
        body = root.role == "error" and not root.path
        for path in followed(root, {*usage.errors} if body else sends if root.role == "request" else reads):
            for edit in along(grouping, root.key, root.role, path):
                if breaks(edit, root.role):
                    yield edit


def followed(root: Root, used: set[str]) -> list[str | None]:
    """The paths below one root that a caller who uses these depends on, in the terms of `along`."""
    if root.path:
        return [None] if named(root.path, used) else []
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
    return place == "path" or path in used or (place == "header" and f"header:{name.lower()}" in used)


def along(grouping: Grouping, key: Key, role: Role, path: str | None) -> Iterator[Edit]:
    """The edits that who reads or sends one dotted path meets: on the way, at the field, and at what it is a list of.

    Fields below are paths of their own. None is the whole; "" the outermost object alone, as met by who sends a body.
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
        step = steps[index] if index < len(steps) else None
        for edit in node.edits:
            about = edit.name if edit.kind.startswith(FIELD_KINDS) else None
            if role not in edit.unseen_by and (
                about is None or about == step or (role == "request" and edit.kind in NEWLY_REQUIRED)
            ):
                yield edit
        named = any(child.step == step for child in node.children)
        for child in node.children:
            if role in child.unseen_by:
                continue
            if child.step == "" or (step is None and child.step in ITEMS and path):
                waiting.append((child.key, index))
            elif step is not None and (child.step == step or (child.step == "*" and not named)):
                waiting.append((child.key, index + 1))
