"""Find every difference between two documents, once per pair of schemas, and which operation sees it on which side."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple

from _drift.load import WORDING, token
from _drift.meaning import (
    DEEP,
    anything,
    bound_kind,
    bound_text,
    contains,
    default_text,
    expanded,
    label,
    names,
    shown,
    signature,
    telling,
)
from _drift.model import (
    ANYTHING,
    COUNTS,
    LENGTHS,
    NUMERIC,
    SIZES,
    Answer,
    At,
    Body,
    Document,
    Handle,
    Media,
    Operation,
    Parameter,
    Scheme,
    Shape,
    Union,
    key_of,
    path_variables,
    plain,
)
from _drift.policy import Role

Json = Any
Key = tuple[tuple[str, ...], tuple[str, ...], bool]

OPERATION_KEY, OPERATION_BLANK = attrgetter("key"), attrgetter("blank")
SECTIONS = (
    "schemas",
    "parameters",
    "requestBodies",
    "responses",
    "headers",
    "securitySchemes",
    "examples",
    "links",
    "callbacks",
)
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


class Comparison:
    """All differences between two documents, not yet judged or grouped."""

    def __init__(self, base: Document, revision: Document) -> None:
        self.base, self.revision = base, revision
        # A document without sentences is compared by its facts, or every upstream description would be news.
        self.wording = base.has_wording and revision.has_wording
        self.nodes: dict[Key, Node] = {}
        self.operations: list[OperationPair] = []
        self.general: list[Edit] = []
        self.met: Counter[tuple[str, str]] = Counter()
        self._queue: deque[tuple[Key, Handle, Handle]] = deque()
        self._pair_operations()
        self._drain()
        self._general()
        self._scheme_words()
        self._unused()

    # pairs of schemas

    def _pair(self, base: Handle, revision: Handle, variant: bool = False) -> Key:
        key = (key_of(base), key_of(revision), variant)
        if key not in self.nodes:
            self.nodes[key] = Node()
            self._queue.append((key, base, revision))
        return key

    def _meet(self, base: At, revision: At) -> None:
        """Two components, or parts of them, are seen at the same place of the same operation."""
        self.met[owner_of(base.pointer), owner_of(revision.pointer)] += 1

    def _drain(self) -> None:
        while self._queue:
            key, base, revision = self._queue.popleft()
            self._compare(self.nodes[key], base, revision, key[2])

    def _compare(self, node: Node, base: Handle, revision: Handle, variant: bool) -> None:
        x, y = self.base.shape(base), self.revision.shape(revision)

        def edit(kind: str, word: str, name: str = "", before: str = "", after: str = "") -> None:
            node.edits.append(Edit(kind, name, x.where(word), y.where(word), before, after))

        if x.broken or y.broken:
            if x.broken != y.broken:
                edit("unresolvable", "$ref", "", x.broken or "", y.broken or "")
            return
        free = (anything(x), anything(y))
        if not any(free):
            self._judge(node, base, revision, variant)
        elif not all(free):
            edit("type-narrowed" if free[0] else "type-widened", "type", "", *self._labels(base, revision))
        if not any(found.kind.startswith("type-") for found in node.edits):  # a new type is described anew
            node.edits += self._reworded(x.wording, y.wording, tuple(x.layers), tuple(y.layers))

    def _labels(self, base: Handle, revision: Handle) -> tuple[str, str]:
        return label(self.base, base), label(self.revision, revision)

    def _judge(self, node: Node, base: Handle, revision: Handle, variant: bool) -> None:
        """Compare two schemas that both say something."""
        x, y = self.base.shape(base), self.revision.shape(revision)

        def edit(kind: str, word: str, name: str = "", before: str = "", after: str = "") -> None:
            node.edits.append(Edit(kind, name, x.where(word), y.where(word), before, after))

        def tell() -> tuple[str, str]:
            return self._labels(base, revision)

        self._unknown(node, x, y)
        if x.bare_union or y.bare_union:
            matched = self._variants(
                node,
                x.unions[0] if x.bare_union else Union("", x.layers[0] if x.layers else "", [base], None, {}),
                y.unions[0] if y.bare_union else Union("", y.layers[0] if y.layers else "", [revision], None, {}),
            )
            if not matched:
                edit("type-changed", "type", "", *tell())
                return
            self._default(node, x, y)
        elif not self._same_types(node, x, y, tell):
            return
        if not variant and x.nullable != y.nullable:
            edit("nullable" if y.nullable else "not-nullable", "nullable")
        if x.bare_union or y.bare_union:
            return
        self._values(node, x, y)
        if "object" in (x.types or ()) and "object" in (y.types or ()):
            self._fields(node, x, y)
        if "array" in (x.types or ()) and "array" in (y.types or ()):
            self._child(node, "[]", x.items or ANYTHING, y.items or ANYTHING)
        for one, other in zip(x.unions, y.unions, strict=False):
            if not self._variants(node, one, other):
                edit("type-changed", one.word, "", *tell())
        for union in y.unions[len(x.unions) :]:
            after = " or ".join(label(self.revision, child) for child in union.variants)
            edit("choice-added", union.word, "", "", after)
        for union in x.unions[len(y.unions) :]:
            before = " or ".join(label(self.base, child) for child in union.variants)
            edit("choice-removed", union.word, "", before)

    def _child(
        self, node: Node, step: str, base: Handle, revision: Handle, unseen_by: frozenset[Role] = frozenset()
    ) -> None:
        if base is not revision:  # both ANYTHING
            node.children.append(Child(step, self._pair(base, revision), unseen_by))

    def _same_types(self, node: Node, x: Shape, y: Shape, tell: Callable[[], tuple[str, str]]) -> bool:
        """Compare types; False when nothing below is worth comparing."""
        if x.types == y.types:
            return True
        one, other = x.types, y.types
        kind = "type-changed"
        if one is None or other is None:
            kind = "type-narrowed" if one is None else "type-widened"
        elif contains(other, one):
            kind = "type-widened"
        elif contains(one, other):
            kind = "type-narrowed"
        node.edits.append(Edit(kind, "", x.where("type"), y.where("type"), *tell()))
        return kind != "type-changed"

    def _values(self, node: Node, x: Shape, y: Shape) -> None:
        def edit(kind: str, word: str, before: Json = "", after: Json = "", name: str = "") -> None:
            node.edits.append(Edit(kind, name, x.where(word), y.where(word), shown(before), shown(after)))

        before, after = x.facts.get("format"), y.facts.get("format")
        if before != after and x.types == y.types:
            kind = "format-added" if before is None else "format-removed" if after is None else "format-changed"
            edit(kind, "format", before, after)
        for word in (*NUMERIC, *LENGTHS, *SIZES, *COUNTS):
            before, after = x.facts.get(word), y.facts.get(word)
            if before != after:
                kind = bound_kind(word, before, after)
                edit(kind, word, bound_text(before), bound_text(after), "" if kind == "pattern-changed" else word)
        if x.enum != y.enum:
            if x.enum is None or y.enum is None:
                kind = "enum-added" if x.enum is None else "enum-removed"
                edit(kind, "enum", ", ".join(sorted(x.enum or ())), ", ".join(sorted(y.enum or ())))
            else:
                gone, new = sorted(x.enum.keys() - y.enum.keys()), sorted(y.enum.keys() - x.enum.keys())
                if gone:
                    edit("enum-values-removed", "enum", ", ".join(gone))
                if new:
                    edit("enum-values-added", "enum", "", ", ".join(new))
        self._default(node, x, y)
        if len(x.nots) != len(y.nots):
            edit("exclusion-added" if len(y.nots) > len(x.nots) else "exclusion-removed", "not")
        elif [signature(self.base, h, 2 * DEEP) for h in x.nots] != [
            signature(self.revision, h, 2 * DEEP) for h in y.nots
        ]:
            edit("exclusion-changed", "not")

    def _default(self, node: Node, x: Shape, y: Shape) -> None:
        if plain(x.default) != plain(y.default):
            node.edits.append(
                Edit(
                    "default-changed",
                    "",
                    x.where("default"),
                    y.where("default"),
                    default_text(x.default),
                    default_text(y.default),
                )
            )

    def _unknown(self, node: Node, x: Shape, y: Shape) -> None:
        for word in sorted(x.unknown.keys() | y.unknown.keys()):
            before, after = plain(x.unknown.get(word)), plain(y.unknown.get(word))
            if before != after:
                node.edits.append(
                    Edit("unknown-keyword-changed", word, x.where(word), y.where(word), before[:80], after[:80])
                )

    def _fields(self, node: Node, x: Shape, y: Shape) -> None:
        def edit(
            kind: str, name: str, unseen_by: frozenset[Role] = frozenset(), before: str = "", after: str = ""
        ) -> None:
            base_at = x.owners.get(name) or x.owners.get(before) or tuple(x.layers)
            revision_at = y.owners.get(name) or y.owners.get(after) or tuple(y.layers)
            node.edits.append(Edit(kind, name, base_at, revision_at, before, after, unseen_by))

        gone = sorted(x.properties.keys() - y.properties.keys())
        new = sorted(y.properties.keys() - x.properties.keys())
        described = False
        if len(new) > 1 and not x.properties:
            closed = y.extra is False and x.extra is not False
            edit(
                "fields-described-strictly" if closed or y.required - x.required else "fields-described",
                "",
                after=names(new, 12),
            )
            new, described = [], True
        elif len(gone) > 1 and not y.properties:
            edit("fields-dropped", "", before=names(gone, 12))
            gone = []
        elif len(gone) == len(new) == 1 and self._same_field(x, gone[0], y, new[0]):
            edit("property-renamed", gone[0], self._hidden(x, y, gone[0], new[0]), gone[0], new[0])
            gone, new = [], []
        for name in gone:
            edit("property-removed", name, self._hidden(x, y, name, None))
        for name in new:
            newly = name in y.required and name not in x.required
            edit("required-property-added" if newly else "property-added", name, self._hidden(x, y, None, name))
        for name in sorted(x.properties.keys() & y.properties.keys()):
            self._flags(node, x, y, name)
            hidden = self._hidden(x, y, name, name)
            self._child(node, name, x.properties[name], y.properties[name], hidden)
        for name in sorted(x.required ^ y.required):
            if (name in x.properties) == (name in y.properties):
                known = name in x.properties
                hidden = self._hidden(x, y, name, name) if known else frozenset()
                edit("property-required" if name in y.required else "property-optional", name, hidden)
        if y.extra is False and x.extra is not False:
            if not described:
                edit("object-closed", "")
        elif x.extra is False and y.extra is not False:
            edit("object-opened", "")
        elif x.extra is not False:
            one = x.extra if not isinstance(x.extra, bool) else ANYTHING
            other = y.extra if not isinstance(y.extra, bool) else ANYTHING
            self._child(node, "*", one, other)

    def _same_field(self, x: Shape, old: str, y: Shape, new: str) -> bool:
        one, other = x.properties[old], y.properties[new]
        return (old in x.required) == (new in y.required) and signature(self.base, one) == signature(
            self.revision, other
        )

    def _hidden(self, x: Shape, y: Shape, old: str | None, new: str | None) -> frozenset[Role]:
        """Who does not see a field: requests do not carry what is read-only, answers not what is write-only."""
        shapes = [self.base.shape(x.properties[old])] if old is not None else []
        shapes += [self.revision.shape(y.properties[new])] if new is not None else []
        unseen: frozenset[Role] = frozenset()
        if any(shape.read_only for shape in shapes):
            unseen |= REQUEST
        if any(shape.write_only for shape in shapes):
            unseen |= ANSWERS
        return unseen

    def _flags(self, node: Node, x: Shape, y: Shape, name: str) -> None:
        one, other = self.base.shape(x.properties[name]), self.revision.shape(y.properties[name])

        def edit(kind: str) -> None:
            node.edits.append(Edit(kind, name, x.owners[name], y.owners[name]))

        if one.read_only != other.read_only:
            if other.read_only:
                edit("made-read-only")
            else:
                edit("no-longer-read-only-required" if name in y.required else "no-longer-read-only")
        if one.write_only != other.write_only:
            edit("made-write-only" if other.write_only else "no-longer-write-only")

    # variants

    def _variants(self, node: Node, x: Union, y: Union) -> bool:
        """Pair the variants of two unions; False when not one of them has a counterpart."""
        left, right = list(x.variants), list(y.variants)
        pairs: list[tuple[Handle, Handle]] = []

        def take(one: Handle, other: Handle) -> None:
            left.remove(one)
            right.remove(other)
            pairs.append((one, other))

        for one in x.variants:
            mark = signature(self.base, one, variant=True)
            found = next((o for o in right if signature(self.revision, o, variant=True) == mark), None)
            if found is not None:
                take(one, found)
        for one in list(left):
            tags = self._tags(self.base, one, x)
            found = next((o for o in right if tags & self._tags(self.revision, o, y)), None)
            if found is not None:
                take(one, found)
        scored = sorted(
            (
                (-score, i, j)
                for i, one in enumerate(x.variants)
                for j, other in enumerate(y.variants)
                if one in left and other in right and (score := self._likeness(one, other)) > 0
            ),
        )
        for _, i, j in scored:
            if x.variants[i] in left and y.variants[j] in right:
                take(x.variants[i], y.variants[j])
        if not pairs:
            return False
        if len(left) == len(right) == 1:
            take(left[0], right[0])
        for one, other in pairs:
            node.children.append(Child("", self._pair(one, other, variant=True), frozenset()))
        at = ((x.pointer,), (y.pointer,))
        for one in left:
            told = label(self.base, one)
            node.edits.append(Edit("variant-removed", told, *at, before=told))
        for other in right:
            told = label(self.revision, other)
            node.edits.append(Edit("variant-added", told, *at, after=told))
        if x.word and y.word and x.word != y.word:
            node.edits.append(Edit("variants-exclusive" if y.word == "oneOf" else "variants-inclusive", "", *at))
        if x.word and y.word and x.tag != y.tag:
            kind = (
                "discriminator-changed"
                if x.tag and y.tag
                else "discriminator-added"
                if y.tag
                else "discriminator-removed"
            )
            node.edits.append(Edit(kind, "", *at, before=x.tag or "", after=y.tag or ""))
        return True

    def _tags(self, document: Document, handle: Handle, union: Union) -> set[tuple[str, str]]:
        """What tells a variant apart: its discriminator values and its fields with a single value."""
        shape = document.shape(handle)
        found = {("", value) for value, pointer in union.mapping.items() if pointer in key_of(handle)}
        for name, child in shape.properties.items():
            values = document.shape(child).enum
            if values and len(values) == 1:
                found.add((name, next(iter(values))))
        return found

    def _likeness(self, one: Handle, other: Handle) -> float:
        x, y = self.base.shape(one), self.revision.shape(other)
        if x.types is None or y.types is None:
            return 0.1 if x.types == y.types else 0
        if not x.types & y.types:
            return 0.2 if contains(x.types, y.types) or contains(y.types, x.types) else 0
        if "object" in x.types & y.types:
            mine, theirs = x.properties.keys() | x.required, y.properties.keys() | y.required
            return len(mine & theirs) / len(mine | theirs) if mine | theirs else 1
        return 1 if x.facts.get("format") == y.facts.get("format") else 0.5

    # operations

    def _pair_operations(self) -> None:
        left, right = list(self.base.operations), list(self.revision.operations)
        for by in (OPERATION_KEY, OPERATION_BLANK):
            waiting: dict[str, list[Operation]] = {}
            for operation in right:
                waiting.setdefault(by(operation), []).append(operation)
            unpaired: list[Operation] = []
            for operation in left:
                found = waiting.get(by(operation))
                if found:
                    self.operations.append(OperationPair(operation, found.pop(0)))
                else:
                    unpaired.append(operation)
            left, right = unpaired, [operation for found in waiting.values() for operation in found]
        mine, theirs = unique_ids(left, self.base.operations), unique_ids(right, self.revision.operations)
        for name in sorted(mine.keys() & theirs.keys()):
            self.operations.append(OperationPair(mine[name], theirs[name]))
            left.remove(mine[name])
            right.remove(theirs[name])
        self.operations += [OperationPair(operation, None) for operation in left]
        self.operations += [OperationPair(None, operation) for operation in right]
        self.operations.sort(key=lambda pair: (pair.known.blank, pair.known.key))
        for pair in self.operations:
            self._operation(pair)

    def _operation(self, pair: OperationPair) -> None:
        one, other = pair.base, pair.revision

        def direct(kind: str, name: str = "", before: str = "", after: str = "", *, at: tuple[str, str] | None = None,
                   role: Role = "wire", path: str = "", details: tuple[str, ...] = ()) -> None:  # fmt: skip
            base_at = (at[0],) if at else (one.pointer,) if one else ()
            revision_at = (at[1],) if at else (other.pointer,) if other else ()
            pair.direct.append(
                Direct(Edit(kind, name, base_at, revision_at, before, after, details=details), role, path)
            )

        if one is None or other is None:
            direct("operation-added" if one is None else "operation-removed", details=(pair.known.key,))
            return
        moved = one.blank != other.blank
        self._parameters(pair, one, other, moved)
        self._body(pair, one, other)
        if moved:
            folded = [
                d
                for d in pair.direct
                if d.edit.kind.startswith(("parameter-", "required-parameter-", "body-", "required-body-"))
            ]
            kept = [d for d in pair.direct if d not in folded]
            pair.direct[:] = kept
            details = tuple(sorted(f"{d.edit.kind}: {d.edit.name}".rstrip(": ") for d in folded))
            direct("operation-moved", "", one.key, other.key, details=details)
        if one.id != other.id:
            direct("operation-id-renamed", "", one.id, other.id)
        if one.tags != other.tags:
            direct("tags-changed", "", ", ".join(one.tags), ", ".join(other.tags))
        for edit in self._reworded(one.wording, other.wording, (one.pointer,), (other.pointer,)):
            pair.direct.append(Direct(edit, "wire", ""))
        self._answers(pair, one, other)
        self._security(pair, one, other)
        gone = [url for url in one.servers if url not in other.servers]
        new = [url for url in other.servers if url not in one.servers]
        servers_at = (one.servers_at, other.servers_at)
        if len(gone) == len(new) == 1:
            direct("server-changed", "", gone[0] or "/", new[0] or "/", at=servers_at)
        else:
            for url in gone:
                direct("server-removed", url, url or "/", at=servers_at)
            for url in new:
                direct("server-added", url, "", url or "/", at=servers_at)
        for name in sorted(one.callbacks.keys() | other.callbacks.keys()):
            before, after = one.callbacks.get(name), other.callbacks.get(name)
            if before is None or after is None:
                direct("callback-added" if before is None else "callback-removed", name)
            elif expanded(self.base, before, f"{one.pointer}/callbacks/{token(name)}") != expanded(
                self.revision, after, f"{other.pointer}/callbacks/{token(name)}"
            ):
                direct("callback-changed", name)

    def _parameters(self, pair: OperationPair, one: Operation, other: Operation, moved: bool) -> None:
        mine = dict(one.parameters)
        theirs = dict(other.parameters)
        renames = {} if moved else dict(zip(path_variables(other.path), path_variables(one.path), strict=False))
        theirs = {(p, renames.get(n, n) if p == "path" else n): found for (p, n), found in theirs.items()}
        gone = {key: mine[key] for key in mine if key not in theirs}
        new = {key: theirs[key] for key in theirs if key not in mine}

        def direct(
            kind: str, name: str, old: Parameter | None, now: Parameter | None, before: str = "", after: str = ""
        ) -> None:
            known = old or now
            assert known is not None
            edit = Edit(
                kind,
                name,
                (old.at.pointer if old else one.pointer,),
                (now.at.pointer if now else other.pointer,),
                before,
                after,
            )
            pair.direct.append(Direct(edit, "request", f"{known.place}:{known.name}"))

        both = [(mine[key], theirs[key]) for key in mine if key in theirs]
        for key, old in list(gone.items()):
            found = next((k for k in new if k[1].lower() == key[1].lower()), None)
            if found is not None:
                direct("parameter-moved", old.name, old, new[found], old.place, new[found].place)
                both.append((old, new.pop(found)))
                del gone[key]
        if len(gone) == len(new) == 1:
            old, now = next(iter(gone.values())), next(iter(new.values()))
            if self._same_parameter(old, now):
                direct("parameter-renamed", old.name, old, now, old.name, now.name)
                gone, new = {}, {}
        for old in gone.values():
            direct("parameter-removed", f"{old.place} {old.name}", old, None)
        for now in new.values():
            if "x-broken-reference" in now.at.raw:
                direct("unresolvable", "", None, now, "", now.name)
                continue
            direct(
                "required-parameter-added" if now.required else "parameter-added", f"{now.place} {now.name}", None, now
            )
        for old, now in both:
            self._meet(old.at, now.at)
            name = f"{old.place} {old.name}"
            if old.required != now.required and old.place == now.place:
                direct("parameter-required" if now.required else "parameter-optional", name, old, now)
            styles = (
                f"{old.style}{', exploded' if old.explode else ''}",
                f"{now.style}{', exploded' if now.explode else ''}",
            )
            if old.place == now.place and (styles[0] != styles[1] or old.content.keys() != now.content.keys()):
                contents = (" ".join(old.content), " ".join(now.content))
                direct("parameter-style-changed", name, old, now, contents[0] or styles[0], contents[1] or styles[1])
            for flag in old.flags:
                if old.flags[flag] != now.flags[flag]:
                    kind = "parameter-loosened" if now.flags[flag] else "parameter-tightened"
                    direct(kind, name, old, now, "" if now.flags[flag] else flag, flag if now.flags[flag] else "")
            for edit in self._reworded(old.wording, now.wording, (old.at.pointer,), (now.at.pointer,)):
                pair.direct.append(Direct(edit, "request", f"{old.place}:{old.name}"))
            path = f"{old.place}:{old.name}"
            if old.schema is not None and now.schema is not None:
                pair.roots.append(Root(self._pair(old.schema, now.schema), "request", path))
            for word in old.content.keys() & now.content.keys():
                pair.roots.append(Root(self._pair(old.content[word], now.content[word]), "request", path))

    def _same_parameter(self, old: Parameter, now: Parameter) -> bool:
        if (old.place, old.required, old.style, old.explode) != (now.place, now.required, now.style, now.explode):
            return False
        if old.schema is None or now.schema is None:
            return False
        return signature(self.base, old.schema) == signature(self.revision, now.schema)

    def _body(self, pair: OperationPair, one: Operation, other: Operation) -> None:
        def direct(kind: str, old: Body | None, now: Body | None) -> None:
            edit = Edit(
                kind, "", (old.at.pointer if old else one.pointer,), (now.at.pointer if now else other.pointer,)
            )
            pair.direct.append(Direct(edit, "request", ""))

        old, now = one.body, other.body
        if old is None and now is not None:
            direct("required-body-added" if now.required else "body-added", None, now)
        elif old is not None and now is None:
            direct("body-removed", old, None)
        elif old is not None and now is not None:
            self._meet(old.at, now.at)
            if old.required != now.required:
                direct("body-required" if now.required else "body-optional", old, now)
            self._content(pair, "request", old.content, now.content, old.at.pointer, now.at.pointer)
            for edit in self._reworded(old.wording, now.wording, (old.at.pointer,), (now.at.pointer,)):
                pair.direct.append(Direct(edit, "request", ""))

    def _content(
        self,
        pair: OperationPair,
        role: Role,
        old: dict[str, Media],
        now: dict[str, Media],
        base_at: str,
        revision_at: str,
    ) -> None:
        def direct(kind: str, name: str = "", before: str = "", after: str = "") -> None:
            pair.direct.append(Direct(Edit(kind, name, (base_at,), (revision_at,), before, after), role, ""))

        gone, new = sorted(old.keys() - now.keys()), sorted(now.keys() - old.keys())
        both = [(old[word], now[word]) for word in old if word in now]
        if len(gone) == len(new) == 1:
            direct("media-type-changed", "", gone[0], new[0])
            both.append((old[gone[0]], now[new[0]]))
        else:
            for word in gone:
                direct("media-type-removed", word)
            for word in new:
                direct("media-type-added", word)
        for one, other in both:
            wrapped = self._wrapped(one.schema, other.schema)
            if wrapped is not None:
                x, y = self.base.shape(one.schema), self.revision.shape(other.schema)
                edit = Edit(wrapped[0], "", tuple(x.layers), tuple(y.layers), wrapped[1], wrapped[2])
                pair.direct.append(Direct(edit, role, ""))
            else:
                pair.roots.append(Root(self._pair(one.schema, other.schema), role, ""))
            parts = one.encoding.keys() | other.encoding.keys() if isinstance(one.encoding, dict) else ()
            for name in sorted(parts):
                if plain(one.encoding.get(name)) != plain(other.encoding.get(name)):
                    direct("encoding-changed", name)
            for edit in self._reworded(one.wording, other.wording, (one.pointer,), (other.pointer,)):
                pair.direct.append(Direct(edit, role, ""))

    def _wrapped(self, base: Handle, revision: Handle) -> tuple[str, str, str] | None:
        """A body that became a field of a new object, or the reverse."""
        x, y = self.base.shape(base), self.revision.shape(revision)
        inner, outer = signature(self.base, base), signature(self.revision, revision)
        if inner == outer:
            return None
        if telling(x) and not x.properties.keys() & y.properties.keys():
            for name in sorted(y.properties):
                if signature(self.revision, y.properties[name]) == inner:
                    return "body-wrapped", "", name
        if telling(y) and not x.properties.keys() & y.properties.keys():
            for name in sorted(x.properties):
                if signature(self.base, x.properties[name]) == outer:
                    return "body-unwrapped", name, ""
        return None

    def _answers(self, pair: OperationPair, one: Operation, other: Operation) -> None:
        mine, theirs = dict(one.answers), dict(other.answers)
        both: list[tuple[Answer, Answer]] = []
        for status in list(mine):
            if status in theirs:
                both.append((mine.pop(status), theirs.pop(status)))
        for status in list(mine):  # a range covers its members, and the reverse
            found = next((s for s in theirs if "XX" in s + status and s[0] == status[0]), None)
            if found is not None:
                both.append((mine.pop(status), theirs.pop(found)))
        gone = [answer for answer in mine.values() if answer.success]
        new = [answer for answer in theirs.values() if answer.success]

        def direct(
            kind: str, name: str, old: Answer | None, now: Answer | None, before: str = "", after: str = ""
        ) -> None:
            edit = Edit(
                kind,
                name,
                (old.at.pointer if old and not now else one.pointer,),
                (now.at.pointer if now and not old else other.pointer,),
                before,
                after,
            )
            pair.direct.append(Direct(edit, "wire", ""))

        if len(gone) == len(new) == 1:
            direct("success-status-changed", "", gone[0], new[0], gone[0].status, new[0].status)
            both.append((gone[0], new[0]))
        else:
            for answer in gone:
                direct("success-status-removed", answer.status, answer, None)
            for answer in new:
                direct("success-status-added", answer.status, None, answer)
        for answer in mine.values():
            if not answer.success:
                direct("error-status-removed", answer.status, answer, None)
        for answer in theirs.values():
            if not answer.success:
                direct("error-status-added", answer.status, None, answer)
        for old, now in both:
            self._answer(pair, old, now)

    def _answer(self, pair: OperationPair, old: Answer, now: Answer) -> None:
        self._meet(old.at, now.at)
        role: Role = "answer" if old.success else "error"
        self._content(pair, role, old.content, now.content, old.at.pointer, now.at.pointer)
        for edit in self._reworded(old.wording, now.wording, (old.at.pointer,), (now.at.pointer,)):
            pair.direct.append(Direct(edit, role, ""))
        for name in sorted(old.headers.keys() | now.headers.keys()):
            one, other = old.headers.get(name), now.headers.get(name)
            known = one or other
            assert known is not None
            path = f"header:{known.name}"
            at = ((one.at.pointer if one else old.at.pointer,), (other.at.pointer if other else now.at.pointer,))
            if one is None or other is None:
                kind = "header-added" if one is None else "header-removed"
                pair.direct.append(Direct(Edit(kind, known.name, *at), role, path))
                continue
            self._meet(one.at, other.at)
            if one.required != other.required:
                kind = "header-required" if other.required else "header-optional"
                pair.direct.append(Direct(Edit(kind, known.name, *at), role, path))
            pair.roots.append(Root(self._pair(one.schema, other.schema), role, path))
            for edit in self._reworded(one.wording, other.wording, *at):
                pair.direct.append(Direct(edit, role, path))

    # security

    def _security(self, pair: OperationPair, one: Operation, other: Operation) -> None:
        def direct(kind: str, name: str = "", before: str = "", after: str = "", *, base_at: tuple[str, ...] = (),
                   revision_at: tuple[str, ...] = ()) -> None:  # fmt: skip
            edit = Edit(kind, name, base_at or (one.security_at,), revision_at or (other.security_at,), before, after)
            pair.direct.append(Direct(edit, "wire", ""))

        mine = {wires(alternative): alternative for alternative in one.security}
        theirs = {wires(alternative): alternative for alternative in other.security}
        nobody: frozenset[str] = frozenset()
        for wire in mine.keys() & theirs.keys():
            self._scopes(pair, one, other, mine[wire], theirs[wire])
        gone = {wire: alternative for wire, alternative in mine.items() if wire not in theirs}
        new = {wire: alternative for wire, alternative in theirs.items() if wire not in mine}
        if nobody in gone:
            del gone[nobody]
            direct(
                "security-required",
                "",
                "",
                " or ".join(sorted(told(a) for a in theirs.values())),
                revision_at=pointers(theirs),
            )
            if not mine.keys() - {nobody}:
                new = {}
        if nobody in new:
            del new[nobody]
            direct("security-dropped", "", " or ".join(sorted(told(a) for a in mine.values())), base_at=pointers(mine))
            if not theirs.keys() - {nobody}:
                gone = {}
        for wire, alternative in list(gone.items()):
            found = next(
                (
                    w
                    for w, a in new.items()
                    if [(s.kind, s.pointer) for s in a] == [(s.kind, s.pointer) for s in alternative]
                ),
                None,
            ) or next(
                (w for w, a in new.items() if sorted(s.kind for s in a) == sorted(s.kind for s in alternative)), None
            )
            if found is not None and len(alternative) == len(new[found]):
                for old, now in zip(
                    sorted(alternative, key=lambda s: s.kind), sorted(new[found], key=lambda s: s.kind), strict=True
                ):
                    self.met[old.pointer, now.pointer] += 1
                    if old.wire != now.wire:
                        before, after = (old.label, now.label) if old.label != now.label else (old.wire, now.wire)
                        direct(
                            "security-scheme-changed",
                            old.kind,
                            before,
                            after,
                            base_at=(old.pointer,),
                            revision_at=(now.pointer,),
                        )
                del gone[wire], new[found]
        for wire, alternative in list(gone.items()):
            found = next((w for w in new if wire < w or w < wire), None)
            if found is not None:
                kind = "security-requirement-added" if wire < found else "security-requirement-removed"
                direct(kind, "", told(alternative), told(new[found]))
                del gone[wire], new[found]
        if len(gone) == len(new) == 1:
            old_alternative, new_alternative = next(iter(gone.values())), next(iter(new.values()))
            direct("security-replaced", "", told(old_alternative), told(new_alternative))
            return
        for alternative in gone.values():
            at = tuple(sorted(scheme.pointer for scheme in alternative))
            direct("security-alternative-removed", told(alternative), told(alternative), base_at=at)
        for alternative in new.values():
            at = tuple(sorted(scheme.pointer for scheme in alternative))
            direct("security-alternative-added", told(alternative), "", told(alternative), revision_at=at)

    def _scopes(
        self,
        pair: OperationPair,
        one: Operation,
        other: Operation,
        mine: dict[Scheme, frozenset[str]],
        theirs: dict[Scheme, frozenset[str]],
    ) -> None:
        after = {scheme.wire: scopes for scheme, scopes in theirs.items()}
        for old in mine:
            self.met.update((old.pointer, now.pointer) for now in theirs if now.wire == old.wire)
        at = ((one.security_at,), (other.security_at,))
        for scheme, scopes in mine.items():
            for scope in sorted(after[scheme.wire] - scopes):
                edit = Edit("security-scope-added", scheme.label, *at, after=scope)
                pair.direct.append(Direct(edit, "wire", ""))
            for scope in sorted(scopes - after[scheme.wire]):
                edit = Edit("security-scope-removed", scheme.label, *at, before=scope)
                pair.direct.append(Direct(edit, "wire", ""))

    # words, and what no operation sees

    def _reworded(
        self, x: dict[str, Json], y: dict[str, Json], base_at: tuple[str, ...], revision_at: tuple[str, ...]
    ) -> Iterator[Edit]:
        for word in sorted(x.keys() | y.keys()):
            if plain(x.get(word)) == plain(y.get(word)) or (word in WORDING and not self.wording):
                continue
            if word == "deprecated":
                yield Edit("deprecated" if y.get(word) else "undeprecated", "", base_at, revision_at)
            else:
                yield Edit("wording-changed", word, base_at, revision_at)

    def _general(self) -> None:
        def facts(document: Document) -> dict[str, Json]:
            info = document.raw.get("info") or {}
            found = {**info, "openapi": document.raw["openapi"]}
            found |= {word: value for word, value in document.raw.items() if word.startswith("x-")}
            if self.wording:
                found |= {word: document.raw[word] for word in ("tags", "externalDocs") if word in document.raw}
            return found

        x, y = facts(self.base), facts(self.revision)
        for word in sorted(x.keys() | y.keys()):
            if plain(x.get(word)) != plain(y.get(word)) and (self.wording or word not in WORDING):
                self.general.append(Edit("info-changed", word, (f"#/info/{token(word)}",), (f"#/info/{token(word)}",)))

    def _scheme_words(self) -> None:
        """What a security scheme in use says besides where and how credentials go."""
        used = {s.pointer for operation in self.base.operations for either in operation.security for s in either}
        for name, old in self.base.schemes.items():
            now = self.revision.schemes.get(name)
            if old.pointer not in used or now is None or (old.kind, old.wire) != (now.kind, now.wire):
                continue
            told = [
                self._told_by_scheme(document.section("securitySchemes")[name])
                for document in (self.base, self.revision)
            ]
            self.general += self._reworded(told[0], told[1], (old.pointer,), (now.pointer,))

    def _told_by_scheme(self, raw: Json) -> dict[str, Json]:
        if not isinstance(raw, dict):
            return {}
        found = {word: value for word, value in raw.items() if word not in ("type", "in", "name", "scheme", "flows")}
        for name, flow in (raw.get("flows") or {}).items():
            scopes = flow.get("scopes") if isinstance(flow, dict) else None
            if isinstance(scopes, dict):
                found[f"scopes of {name}"] = scopes if self.wording else sorted(scopes)
        return found

    def _unused(self) -> None:
        """Components that no operation reaches: words, whatever they say."""
        mine, theirs = Components(self.base), Components(self.revision)
        for section in SECTIONS:
            x, y = dict(self.base.section(section)), dict(self.revision.section(section))
            for name in sorted(x.keys() & y.keys()):
                if plain(x[name]) == plain(y[name]) or mine.mark(section, name) == theirs.mark(section, name):
                    del x[name], y[name]
            gone = {name: mine.mark(section, name) for name in sorted(x)}
            new = {name: theirs.mark(section, name) for name in sorted(y)}
            for name, mark in list(gone.items()):  # under another name
                found = next((other for other, its in new.items() if its == mark), None)
                if found is not None:
                    del gone[name], new[found]
            for name in gone.keys() | new.keys():
                unused = (
                    name in gone and not mine.reaches(section, name),
                    name in new and not theirs.reaches(section, name),
                )
                at = (f"#/components/{section}/{token(name)}",)
                if unused[1] and name in gone:
                    self.general.append(Edit("unused-component-changed", f"{section}/{name}", at, at))
                elif unused[1]:
                    self.general.append(Edit("unused-component-added", f"{section}/{name}", (), at))
                elif unused[0] and name not in new:
                    self.general.append(Edit("unused-component-removed", f"{section}/{name}", at, ()))


class Components:
    """Which components of one document its operations reach, and what each means."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._reached: set[str] = set()
        self._marks: dict[tuple[str, str], str] = {}
        waiting: list[Json] = [document.raw["paths"], document.raw.get("security")]
        while waiting:
            node = waiting.pop()
            if isinstance(node, dict):
                ref = node.get("$ref")
                if isinstance(ref, str):
                    self._reach(ref, waiting)
                mapping = node.get("mapping")
                for value in mapping.values() if isinstance(mapping, dict) else ():
                    if isinstance(value, str) and value.startswith("#"):
                        self._reach(value, waiting)
                waiting += node.values()
            elif isinstance(node, list):
                waiting += node
        for operation in document.operations:
            for alternative in operation.security:
                self._reached.update(scheme.pointer for scheme in alternative)

    def _reach(self, ref: str, waiting: list[Json]) -> None:
        owner = "/".join(ref.split("/")[:4])
        if owner not in self._reached:
            self._reached.add(owner)
            found = self.document.lookup(owner)
            if found is not None:
                waiting.append(found.raw)

    def reaches(self, section: str, name: str) -> bool:
        return f"#/components/{section}/{token(name)}" in self._reached

    def mark(self, section: str, name: str) -> str:
        key = (section, name)
        if key not in self._marks:
            self._marks[key] = self._mark(section, name)
        return self._marks[key]

    def _mark(self, section: str, name: str) -> str:
        pointer = f"#/components/{section}/{token(name)}"
        found = self.document.lookup(pointer)
        if found is None:
            return ""
        if section == "schemas":
            return signature(self.document, self.document.canonical((found,)), 2 * DEEP)
        return expanded(self.document, found.raw, found.pointer)


def owner_of(pointer: str) -> str:
    """The component, operation or path item that a pointer lies in."""
    steps = pointer.split("/")
    if steps[1:2] == ["components"]:
        return "/".join(steps[:4])
    if steps[1:2] == ["paths"]:
        shared = len(steps) < 4 or steps[3] in ("parameters", "servers")
        return "/".join(steps[:3] if shared else steps[:4])
    return pointer


def unique_ids(waiting: list[Operation], everything: list[Operation]) -> dict[str, Operation]:
    counted: dict[str, int] = {}
    for operation in everything:
        counted[operation.id] = counted.get(operation.id, 0) + 1
    return {operation.id: operation for operation in waiting if operation.id and counted[operation.id] == 1}


def wires(alternative: dict[Scheme, frozenset[str]]) -> frozenset[str]:
    return frozenset(f"{scheme.kind} {scheme.wire}" for scheme in alternative)


def told(alternative: dict[Scheme, frozenset[str]]) -> str:
    return " and ".join(sorted(scheme.label for scheme in alternative)) or "no credentials"


def pointers(alternatives: dict[frozenset[str], dict[Scheme, frozenset[str]]]) -> tuple[str, ...]:
    return tuple(sorted({scheme.pointer for alternative in alternatives.values() for scheme in alternative}))
