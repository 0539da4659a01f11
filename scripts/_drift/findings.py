"""From differences to findings: one change is one finding, whatever number of operations sees it.

A difference belongs to the component it was written in, as long as that component has one counterpart in the other
document; else to the inline place. The same set of two or more edits made to several objects is one change too.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from _drift.compare import Comparison
from _drift.edits import Edit, Key, OperationPair, owner_of
from _drift.load import untoken
from _drift.policy import BY_KIND, CLASSES, Class, Role, classify, worst
from _drift.shapes import plain

GroupKey = tuple[str, str, str]
PARAMETER_LISTS = frozenset({"parameter-removed", "parameter-added", "required-parameter-added", "parameter-renamed"})
ALONE = (
    "operation-",
    "success-status-",
    "error-status-",
    "security-",
    "server-",
    "media-type-",
    "body-",
    "required-body-",
)


class Use(NamedTuple):
    """Where an operation sees a change: `path` is dotted, "data[].price", "query:page_size", "header:X-Name"."""

    operation: str
    role: Role
    path: str


@dataclass(slots=True)
class Finding:
    """One change, judged."""

    cls: Class
    kind: str
    name: str
    pointer: str
    place: str
    fingerprint: str
    operations: list[str]
    message: str
    sides: list[str]
    parts: list[GroupKey]
    generated: bool = False
    ring: int = 3
    facade: list[str] = field(default_factory=list)
    observed: list[str] = field(default_factory=list)
    accepted: str | None = None


@dataclass(slots=True)
class EditGroup:
    """The uses of all edits with one key."""

    key: GroupKey
    pointer: str
    edits: list[Edit] = field(default_factory=list)
    classes: list[Class] = field(default_factory=list)
    operations: dict[str, None] = field(default_factory=dict)
    roles: set[Role] = field(default_factory=set)
    first: Use | None = None


class Grouping:
    """All findings of a comparison, before rings and acceptance."""

    def __init__(self, comparison: Comparison, *, strict_answers: bool = False) -> None:
        self.comparison = comparison
        self.strict_answers = strict_answers
        self._counterpart: dict[str, str] = {}
        self._claimed: set[str] = set()
        self._owners()
        pairs = comparison.operations
        ended = {pair.base.pointer.rpartition("/")[0] for pair in pairs if pair.base and not pair.revision}
        kept = {pair.base.pointer.rpartition("/")[0] for pair in pairs if pair.base and pair.revision}
        self._removed = ended - kept
        self.groups: dict[GroupKey, EditGroup] = {}
        self.dirty = self._dirty()
        for pair in comparison.operations:
            self._uses(pair)
        for edit in comparison.general:
            self._use(edit, None, Use("", "wire", (edit.base_at or edit.revision_at)[0]))

    # places

    def _owners(self) -> None:
        """Which component of the base is which of the revision: by name, else by how often they meet."""
        met: Counter[tuple[str, str]] = Counter(self.comparison.met)
        for base_at, revision_at, _ in self.comparison.nodes:
            for one in base_at:
                for other in revision_at:
                    met[owner_of(one), owner_of(other)] += 1
        for pair in self.comparison.operations:
            if pair.base and pair.revision:
                self._counterpart[pair.base.pointer] = pair.revision.pointer
                self._counterpart.setdefault(
                    pair.base.pointer.rpartition("/")[0], pair.revision.pointer.rpartition("/")[0]
                )
        taken: set[str] = set()

        def claim(one: str, other: str) -> None:
            self._counterpart[one] = other
            self._claimed.update(("-" + one, "+" + other))
            taken.add(other)

        components = [(one, other) for one, other in met if is_component(one) and is_component(other)]
        revision = self.comparison.revision
        for one in sorted({one for one, _ in met if is_component(one)}):
            if revision.lookup(one) is not None:
                claim(one, one)
        for one, other in sorted(components, key=lambda both: (-met[both], both)):
            if one not in self._counterpart and other not in taken:
                claim(one, other)

    def place(self, edit: Edit) -> tuple[str, str]:
        """The key of the place an edit belongs to, and the pointer that shows it."""
        base_at, revision_at = edit.base_at, edit.revision_at
        if not base_at or not revision_at:
            pointer = (base_at or revision_at)[0]
            return pointer, pointer
        for one in base_at:
            for other in revision_at:
                if self._counterpart.get(owner_of(one)) == owner_of(other):
                    return one, one
        one = next(
            (at for at in base_at if is_component(owner_of(at)) and "-" + owner_of(at) not in self._claimed), base_at[0]
        )
        other = next((at for at in revision_at if self._is_new(owner_of(at))), revision_at[0])
        mine, theirs = owner_of(one), owner_of(other)
        if is_component(mine):
            if "-" + mine not in self._claimed:
                return one, one
            if is_component(theirs) and not self._is_new(theirs):
                return f"{one} {other}", other
            return other, other
        if self._is_new(theirs):
            return other, other
        return one, one

    def _is_new(self, owner: str) -> bool:
        """A component of the revision that is no component of the base."""
        return is_component(owner) and "+" + owner not in self._claimed and self.comparison.base.lookup(owner) is None

    def key(self, edit: Edit) -> tuple[GroupKey, str]:
        """What an edit is grouped by, and the pointer that shows it."""
        place, pointer = self.place(edit)
        if edit.kind == "media-type-changed":  # replaced wherever it was used
            return ("#/paths", edit.kind, f"{edit.before} {edit.after}"), pointer
        path = pointer.rpartition("/")[0]
        if edit.kind == "operation-removed" and path in self._removed:
            return (path, edit.kind, ""), path
        if edit.kind == "operation-moved":  # with all that moved from this path to that one
            to = edit.revision_at[0].rpartition("/")[0]
            return (path, edit.kind, "" if to == path else to), pointer
        return (place, edit.kind, edit.name), pointer

    # uses

    def _dirty(self) -> set[Key]:
        """The pairs of schemas with a difference at or below them."""
        parents: dict[Key, list[Key]] = defaultdict(list)
        dirty: set[Key] = set()
        waiting: list[Key] = []
        for key, node in self.comparison.nodes.items():
            for child in node.children:
                parents[child.key].append(key)
            if node.edits:
                dirty.add(key)
                waiting.append(key)
        while waiting:
            for parent in parents[waiting.pop()]:
                if parent not in dirty:
                    dirty.add(parent)
                    waiting.append(parent)
        return dirty

    def _uses(self, pair: OperationPair) -> None:
        name = pair.known.blank
        for direct in pair.direct:
            self._use(direct.edit, pair, Use(name, direct.role, direct.path))
        for root in pair.roots:
            for edit, path in self.reachable(root.key, root.role, root.path):
                self._use(edit, pair, Use(name, root.role, path))

    def reachable(self, key: Key, role: Role, path: str) -> Iterator[tuple[Edit, str]]:
        """Every edit below a pair of schemas that this role sees, with the dotted path to where."""
        if key not in self.dirty:
            return
        seen = {key}
        level = [(key, path)]
        while level:
            following: list[tuple[Key, str]] = []
            for at, here in level:
                node = self.comparison.nodes[at]
                for edit in node.edits:
                    if role not in edit.unseen_by:
                        yield edit, here
                for child in node.children:
                    if child.key in self.dirty and child.key not in seen and role not in child.unseen_by:
                        seen.add(child.key)
                        following.append((child.key, step_to(here, child.step)))
            level = following

    def _use(self, edit: Edit, pair: OperationPair | None, use: Use) -> None:
        cls = classify(edit.kind, use.role, strict_answers=self.strict_answers)
        if cls is None:
            return
        key, pointer = self.key(edit)
        group = self.groups.get(key)
        if group is None:
            group = self.groups[key] = EditGroup(key, pointer)
        if edit not in group.edits[-4:] and edit not in group.edits:
            group.edits.append(edit)
        if cls not in group.classes:
            group.classes.append(cls)
        group.roles.add(use.role)
        if pair is not None:
            group.operations[pair.known.id or pair.known.key] = None
        if group.first is None or use < group.first:
            group.first = use

    # findings

    def findings(self) -> list[Finding]:
        bundles = self._bundles()
        inside = {key for keys in bundles for key in keys}
        out = [self._finding([group]) for key, group in self.groups.items() if key not in inside]
        out += [self._finding([self.groups[key] for key in keys]) for keys in bundles]
        return sorted(
            out, key=lambda f: (CLASSES.index(f.cls), -len(f.operations), f.kind, f.pointer, f.name, f.fingerprint)
        )

    def _bundles(self) -> list[list[GroupKey]]:
        """Sets of two or more edits that several objects, or the parameters of several operations, share."""
        edits: dict[str, dict[tuple[str, ...], GroupKey]] = defaultdict(dict)
        for key, group in self.groups.items():
            edit = group.edits[0]
            if edit.kind.startswith(ALONE) or "docs-only" in group.classes or len(group.edits) > 1:
                continue
            place = key[0]
            if edit.kind in PARAMETER_LISTS and not is_component(owner_of(place)):
                place = owner_of(place)
            edits[place][edit.kind, edit.name, edit.before, edit.after] = key
        shared = Counter(frozenset(found) for found in edits.values() if len(found) > 1)
        cores = sorted((core for core, count in shared.items() if count > 1), key=lambda c: (-len(c), sorted(c)))
        joined: dict[frozenset[tuple[str, ...]], list[GroupKey]] = defaultdict(list)
        for found in edits.values():
            core = next((core for core in cores if core <= found.keys()), None)
            if core is not None:
                joined[core] += [found[one] for one in sorted(core)]
        return list(joined.values())

    def _finding(self, groups: list[EditGroup]) -> Finding:
        first = min(groups, key=lambda group: (group.first or Use("", "wire", ""), group.key))
        edit = first.edits[0]
        operations = list(dict.fromkeys(name for group in groups for name in group.operations))
        roles = set[Role]().union(*(group.roles for group in groups))
        sides = sides_of(roles)
        several = len(groups) > 1
        kind = "same-edit" if several else edit.kind
        places = list(dict.fromkeys(self._where(group) for group in sorted(groups, key=lambda g: (g.first, g.key))))
        place = places[0] + (f" and {len(places) - 1} more" if len(places) > 1 else "")
        text = summary(groups) if several else sentence(first.edits)
        message = f"{place}: {text}" if place else text
        details = list(dict.fromkeys(detail for group in groups for edit in group.edits for detail in edit.details))
        if details:
            message += f" ({'; '.join(details)})"
        return Finding(
            cls=worst([cls for group in groups for cls in group.classes]),
            kind=kind,
            name="" if several else edit.name,
            pointer=first.pointer,
            place=place,
            fingerprint="f" + digest(sorted(self._mark(group) for group in groups))[1:],
            operations=sorted(operations),
            message=message,
            sides=sides,
            parts=[group.key for group in groups],
            generated=BY_KIND[edit.kind].generated,
        )

    def _mark(self, group: EditGroup) -> str:
        """What a change is, in words of the wire: neither component names nor sentences take part."""
        values = sorted({(edit.before, edit.after) for edit in group.edits})
        return digest([group.key[1], group.key[2], values, group.first])

    def _where(self, group: EditGroup) -> str:
        """A place as a person names it: "Order.items[]", "listOrders query:page_size", "getOrder answer data[].id"."""
        pointer, edit = group.pointer, group.edits[0]
        steps = pointer.split("/")
        if steps[1:2] == ["components"] and len(steps) > 3 and " " not in group.key[0]:
            return untoken(steps[3]) + inside(steps[4:])
        if group.first is None or not group.operations:
            return ""
        whose = next(iter(group.operations)) if len(group.operations) == 1 else f"{len(group.operations)} operations"
        if edit.kind in PARAMETER_LISTS or group.first.role == "wire":
            return whose
        named = ":" in group.first.path.partition(".")[0]
        return " ".join(part for part in (whose, "" if named else group.first.role, group.first.path) if part)


def summary(groups: list[EditGroup]) -> str:
    """What one set of edits does, for a change made in several places."""
    words: dict[str, list[str]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: CLASSES.index(worst(group.classes))):
        edit = group.edits[0]
        if edit.kind.endswith("-renamed"):
            words["is renamed"].append(f"{edit.before} → {edit.after}")
        elif edit.kind in VERBS:
            words[VERBS[edit.kind]].append(edit.name)
        else:
            words[sentence(group.edits)] = []
    return "; ".join(
        f"{clip(', '.join(dict.fromkeys(found)))} {verb}" if found else verb for verb, found in words.items()
    )


VERBS = {
    "property-removed": "gone",
    "parameter-removed": "gone",
    "property-added": "new",
    "parameter-added": "new",
    "required-property-added": "new and required",
    "required-parameter-added": "new and required",
    "property-required": "now required",
    "property-optional": "now optional",
}


def sentence(edits: list[Edit]) -> str:
    edit = edits[0]
    befores = list(dict.fromkeys(one.before for one in edits))
    afters = list(dict.fromkeys(one.after for one in edits))
    return BY_KIND[edit.kind].says.format(
        name=edit.name, before=clip(" / ".join(befores)), after=clip(" / ".join(afters))
    )


def clip(text: str, most: int = 160) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def inside(steps: list[str]) -> str:
    """The way from a component to the place, without the words that only give structure."""
    out = ""
    names = False
    for step in steps:
        if names:
            out += f".{untoken(step)}"
            names = False
        elif step == "properties":
            names = True
        elif step == "items":
            out += "[]"
        elif step == "additionalProperties":
            out += ".*"
    return out


def step_to(path: str, step: str) -> str:
    """The dotted path one step further."""
    if not step:
        return path
    if step == "[]":
        return f"{path}[]"
    return f"{path}.{step}" if path and not path.endswith(":") else step


def sides_of(roles: set[Role]) -> list[str]:
    names: dict[Role, str] = {"request": "request", "answer": "answer", "error": "error answer"}
    return [text for role, text in names.items() if role in roles]


def is_component(owner: str) -> bool:
    return owner.startswith("#/components/")


def digest(value: object) -> str:
    return hashlib.sha256(plain(value).encode()).hexdigest()[:16]
