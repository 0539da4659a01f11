"""Compare what an operation answers with: statuses, headers, bodies."""

from __future__ import annotations

from _drift.compare_content import compare_content
from _drift.compare_schemas import SchemaPairs
from _drift.edits import Direct, Edit, OperationPair, Root, unresolvable
from _drift.policy import Role
from _drift.shapes import DescribedAnswer, Operation


def compare_answers(pairs: SchemaPairs, pair: OperationPair, one: Operation, other: Operation) -> None:
    mine, theirs = dict(one.answers), dict(other.answers)
    both = [(mine.pop(status), theirs.pop(status)) for status in list(mine) if status in theirs]
    for status in list(mine):  # a range covers its members, and the reverse
        found = next((s for s in theirs if "XX" in s + status and s[0] == status[0]), None)
        if found is not None:
            both.append((mine.pop(status), theirs.pop(found)))

    def direct(kind: str, name: str, old: DescribedAnswer | None, now: DescribedAnswer | None) -> None:
        base_at = old.at.pointer if old and not now else one.pointer
        revision_at = now.at.pointer if now and not old else other.pointer
        before, after = (old.status, now.status) if old and now else ("", "")
        pair.direct.append(Direct(Edit(kind, name, (base_at,), (revision_at,), before, after), "wire", ""))

    gone = [answer for answer in mine.values() if answer.success]
    new = [answer for answer in theirs.values() if answer.success]
    if len(gone) == len(new) == 1:
        direct("success-status-changed", "", gone[0], new[0])
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
        _compare_answer(pairs, pair, old, now)


def _compare_answer(pairs: SchemaPairs, pair: OperationPair, old: DescribedAnswer, now: DescribedAnswer) -> None:
    pairs.meet(old.at, now.at)
    role: Role = "answer" if old.success else "error"
    broken = unresolvable(old.at, now.at)
    if broken is not None:
        pair.direct.append(Direct(broken, role, ""))
        return
    compare_content(pairs, pair, role, (old.content, old.at.pointer), (now.content, now.at.pointer))
    for edit in pairs.reworded(old.wording, now.wording, (old.at.pointer,), (now.at.pointer,)):
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
        pairs.meet(one.at, other.at)
        broken = unresolvable(one.at, other.at)
        if broken is not None:
            pair.direct.append(Direct(broken, role, path))
            continue
        if one.required != other.required:
            kind = "header-required" if other.required else "header-optional"
            pair.direct.append(Direct(Edit(kind, known.name, *at), role, path))
        pair.roots.append(Root(pairs.pair(one.schema, other.schema), role, path))
        for edit in pairs.reworded(one.wording, other.wording, *at):
            pair.direct.append(Direct(edit, role, path))
