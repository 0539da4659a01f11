"""Compare operations: parameters, bodies, servers, callbacks; where each enters the graph of schema pairs."""

from __future__ import annotations

from _drift.compare_answers import compare_answers
from _drift.compare_content import compare_content
from _drift.compare_parameters import compare_parameters
from _drift.compare_schemas import SchemaPairs
from _drift.compare_security import compare_security
from _drift.edits import Direct, Edit, OperationPair, unresolvable
from _drift.load import token
from _drift.meaning import expanded
from _drift.shapes import Body, Operation, ServedAt

FOLDED = ("parameter-", "required-parameter-", "body-", "required-body-")
"""What belongs to the new address of an operation that moved."""


def pair_operations(left: list[Operation], right: list[Operation]) -> list[OperationPair]:
    """Pair by method and path, then with path variables blanked, then by operation id."""
    everything = (left, right)
    pairs: list[OperationPair] = []
    for by in ("key", "blank"):
        waiting: dict[str, list[Operation]] = {}
        for operation in right:
            waiting.setdefault(getattr(operation, by), []).append(operation)
        unpaired: list[Operation] = []
        for operation in left:
            found = waiting.get(getattr(operation, by))
            if found:
                pairs.append(OperationPair(operation, found.pop(0)))
            else:
                unpaired.append(operation)
        left, right = unpaired, [operation for found in waiting.values() for operation in found]
    mine, theirs = (_by_id(waiting, every) for waiting, every in zip((left, right), everything, strict=True))
    same = sorted(mine.keys() & theirs.keys())
    pairs += [OperationPair(mine[name], theirs[name]) for name in same]
    pairs += [OperationPair(operation, None) for operation in left if operation.id not in same]
    pairs += [OperationPair(None, operation) for operation in right if operation.id not in same]
    return sorted(pairs, key=lambda pair: (pair.known.blank, pair.known.key))


def _by_id(waiting: list[Operation], everything: list[Operation]) -> dict[str, Operation]:
    """The operations whose id no other operation has."""
    counted: dict[str, int] = {}
    for operation in everything:
        counted[operation.id] = counted.get(operation.id, 0) + 1
    return {operation.id: operation for operation in waiting if operation.id and counted[operation.id] == 1}


def compare_operation(pairs: SchemaPairs, pair: OperationPair) -> None:
    """Note every difference of a pair of operations in it, and its roots."""
    one, other = pair.base, pair.revision
    if one is None or other is None:
        kind, at = "operation-added" if one is None else "operation-removed", (pair.known.pointer,)
        edit = Edit(kind, "", () if one is None else at, at if one is None else (), details=(pair.known.key,))
        pair.direct.append(Direct(edit, "wire", ""))
        return
    moved = one.blank != other.blank
    compare_parameters(pairs, pair, one, other, moved)
    _compare_body(pairs, pair, one, other)
    if moved:
        _fold_into_move(pair, one, other)
    if one.id != other.id:
        _direct(pair, one, other, "operation-id-renamed", before=one.id, after=other.id)
    if one.tags != other.tags:
        _direct(pair, one, other, "tags-changed", before=", ".join(one.tags), after=", ".join(other.tags))
    for edit in pairs.reworded(one.wording, other.wording, (one.pointer,), (other.pointer,)):
        pair.direct.append(Direct(edit, "wire", ""))
    compare_answers(pairs, pair, one, other)
    compare_security(pairs, pair, one, other)
    _compare_servers(pair, one, other)
    _compare_callbacks(pairs, pair, one, other)


def _direct(
    pair: OperationPair, one: Operation, other: Operation, kind: str, name: str = "", before: str = "", after: str = ""
) -> None:
    pair.direct.append(Direct(Edit(kind, name, (one.pointer,), (other.pointer,), before, after), "wire", ""))


def _fold_into_move(pair: OperationPair, one: Operation, other: Operation) -> None:
    """An operation that moved is one finding, its new parameters and body included."""
    folded = [direct for direct in pair.direct if direct.edit.kind.startswith(FOLDED)]
    pair.direct[:] = [direct for direct in pair.direct if direct not in folded]
    details = tuple(sorted(f"{direct.edit.kind}: {direct.edit.name}".rstrip(": ") for direct in folded))
    edit = Edit("operation-moved", "", (one.pointer,), (other.pointer,), one.key, other.key, details=details)
    pair.direct.append(Direct(edit, "wire", ""))


def _compare_body(pairs: SchemaPairs, pair: OperationPair, one: Operation, other: Operation) -> None:
    def direct(kind: str, old: Body | None, now: Body | None) -> None:
        at = ((old.at.pointer if old else one.pointer,), (now.at.pointer if now else other.pointer,))
        pair.direct.append(Direct(Edit(kind, "", *at), "request", ""))

    old, now = one.body, other.body
    if old is None and now is not None:
        direct("required-body-added" if now.required else "body-added", None, now)
    elif old is not None and now is None:
        direct("body-removed", old, None)
    elif old is not None and now is not None:
        pairs.meet(old.at, now.at)
        broken = unresolvable(old.at, now.at)
        if broken is not None:
            pair.direct.append(Direct(broken, "request", ""))
            return
        if old.required != now.required:
            direct("body-required" if now.required else "body-optional", old, now)
        compare_content(pairs, pair, "request", (old.content, old.at.pointer), (now.content, now.at.pointer))
        for edit in pairs.reworded(old.wording, now.wording, (old.at.pointer,), (now.at.pointer,)):
            pair.direct.append(Direct(edit, "request", ""))


def _compare_servers(pair: OperationPair, one: Operation, other: Operation) -> None:
    def direct(kind: str, name: str, before: str, after: str) -> None:
        edit = Edit(kind, name, (one.servers_at,), (other.servers_at,), before, after)
        pair.direct.append(Direct(edit, "wire", ""))

    mine = {server.url: server for server in one.servers}
    theirs = {server.url: server for server in other.servers}
    gone, new = [url for url in mine if url not in theirs], [url for url in theirs if url not in mine]
    both = [(mine[url], theirs[url]) for url in mine if url in theirs]
    if len(gone) == len(new) == 1:
        direct("server-changed", "", gone[0] or "/", new[0] or "/")
        both.append((mine[gone[0]], theirs[new[0]]))
    else:
        for url in gone:
            direct("server-removed", url, url or "/", "")
        for url in new:
            direct("server-added", url, "", url or "/")
    for old, now in both:
        for kind, name, before, after in _choices(old, now):
            direct(kind, name, before, after)


def _choices(old: ServedAt, now: ServedAt) -> list[tuple[str, str, str, str]]:
    """What became of the values that variables of one address are limited to."""
    found: list[tuple[str, str, str, str]] = []
    for name in sorted(old.choices.keys() | now.choices.keys()):
        before, after = old.choices.get(name), now.choices.get(name)
        gone = sorted((before or frozenset()) - (after or frozenset())) if after is not None else []
        new = sorted((after or frozenset()) - (before or frozenset())) if before is not None else []
        if before is None or after is None:
            kind = "server-variable-limited" if before is None else "server-variable-free"
            found.append((kind, name, ", ".join(sorted(before or ())), ", ".join(sorted(after or ()))))
            continue
        if gone:
            found.append(("server-variable-values-removed", name, ", ".join(gone), ""))
        if new:
            found.append(("server-variable-values-added", name, "", ", ".join(new)))
    return found


def _compare_callbacks(pairs: SchemaPairs, pair: OperationPair, one: Operation, other: Operation) -> None:
    for name in sorted(one.callbacks.keys() | other.callbacks.keys()):
        before, after = one.callbacks.get(name), other.callbacks.get(name)
        if before is None or after is None:
            _direct(pair, one, other, "callback-added" if before is None else "callback-removed", name)
        elif expanded(pairs.base, before, f"{one.pointer}/callbacks/{token(name)}") != expanded(
            pairs.revision, after, f"{other.pointer}/callbacks/{token(name)}"
        ):
            _direct(pair, one, other, "callback-changed", name)
