"""What a comparison is made of: edits, where they lie in pairs of schemas, and which operation enters where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from _drift.policy import Role
from _drift.shapes import At, Operation, Shape

Key = tuple[tuple[str, ...], tuple[str, ...], bool]

REQUEST: frozenset[Role] = frozenset({"request"})
ANSWERS: frozenset[Role] = frozenset({"answer", "error"})


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference at one place; `base_at` and `revision_at` are the pointers it could be written at."""

    kind: str
    name: str
    base_at: tuple[str, ...]
    revision_at: tuple[str, ...]
    before: str = ""
    after: str = ""
    unseen_by: frozenset[Role] = frozenset()
    details: tuple[str, ...] = ()


class Child(NamedTuple):
    step: str
    key: Key
    unseen_by: frozenset[Role]


@dataclass(slots=True)
class Node:
    edits: list[Edit] = field(default_factory=list)
    children: list[Child] = field(default_factory=list)


class Here(NamedTuple):
    """Two effective schemas at one place, and the node that holds what is found there."""

    node: Node
    x: Shape
    y: Shape

    def edit(self, kind: str, word: str, name: str = "", before: str = "", after: str = "") -> None:
        """Note a difference where a keyword was written."""
        self.node.edits.append(Edit(kind, name, self.x.where(word), self.y.where(word), before, after))


class Root(NamedTuple):
    """Where an operation enters the graph of schema pairs; `path` is "" for a body, "query:name" for a parameter."""

    key: Key
    role: Role
    path: str


class Direct(NamedTuple):
    """A difference of the operation itself; `path` names the parameter or header, "" when every caller notices."""

    edit: Edit
    role: Role
    path: str


@dataclass(slots=True)
class OperationPair:
    base: Operation | None
    revision: Operation | None
    direct: list[Direct] = field(default_factory=list)
    roots: list[Root] = field(default_factory=list)

    @property
    def known(self) -> Operation:
        found = self.base or self.revision
        assert found is not None
        return found


def unresolvable(old: At, now: At) -> Edit | None:
    """Something beside schemas that cannot be followed on one side, as an edit."""
    before, after = (at.raw.get("x-broken-reference", "") for at in (old, now))
    return Edit("unresolvable", "", (old.pointer,), (now.pointer,), before, after) if before != after else None


def owner_of(pointer: str) -> str:
    """The component, operation or path item that a pointer lies in."""
    steps = pointer.split("/")
    if steps[1:2] == ["components"]:
        return "/".join(steps[:4])
    if steps[1:2] == ["paths"]:
        shared = len(steps) < 4 or steps[3] in ("parameters", "servers")
        return "/".join(steps[:3] if shared else steps[:4])
    return pointer
