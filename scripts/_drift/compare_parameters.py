"""Compare what an operation is asked with beside its body."""

from __future__ import annotations

from _drift.compare_schemas import SchemaPairs
from _drift.edits import Direct, Edit, OperationPair, Root
from _drift.meaning import signature
from _drift.shapes import Operation, Parameter, path_variables

ParameterKey = tuple[str, str]


def compare_parameters(pairs: SchemaPairs, pair: OperationPair, one: Operation, other: Operation, moved: bool) -> None:
    _Parameters(pairs, pair, one, other).compare(moved)


class _Parameters:
    def __init__(self, pairs: SchemaPairs, pair: OperationPair, one: Operation, other: Operation) -> None:
        self.pairs, self.pair, self.one, self.other = pairs, pair, one, other

    def compare(self, moved: bool) -> None:
        for old, now in self._paired(moved):
            self._compare(old, now)

    def _paired(self, moved: bool) -> list[tuple[Parameter, Parameter]]:
        """Those on both sides; what is gone, new, renamed, or came to another place is noted."""
        # The names of path variables are nobody's business, as long as the path is the same.
        renames = (
            {} if moved else dict(zip(path_variables(self.other.path), path_variables(self.one.path), strict=False))
        )
        mine = self.one.parameters
        theirs = {
            (place, renames.get(name, name) if place == "path" else name): found
            for (place, name), found in self.other.parameters.items()
        }
        gone = {key: mine[key] for key in mine if key not in theirs}
        new = {key: theirs[key] for key in theirs if key not in mine}
        both = [(mine[key], theirs[key]) for key in mine if key in theirs]
        for key, old in list(gone.items()):
            found = next((other for other in new if other[1].lower() == key[1].lower()), None)
            if found is not None:
                now = new.pop(found)
                self._direct("parameter-moved", old.name, old, now, old.place, now.place)
                both.append((old, now))
                del gone[key]
        self._unpaired(list(gone.values()), list(new.values()))
        return both

    def _unpaired(self, gone: list[Parameter], new: list[Parameter]) -> None:
        if len(gone) == len(new) == 1 and self._same(gone[0], new[0]):
            self._direct("parameter-renamed", gone[0].name, gone[0], new[0], gone[0].name, new[0].name)
            return
        for old in gone:
            self._direct("parameter-removed", f"{old.place} {old.name}", old, None)
        for now in new:
            if "x-broken-reference" in now.at.raw:
                self._direct("unresolvable", "", None, now, "", now.name)
                continue
            kind = "required-parameter-added" if now.required else "parameter-added"
            self._direct(kind, f"{now.place} {now.name}", None, now)

    def _compare(self, old: Parameter, now: Parameter) -> None:
        self.pairs.meet(old.at, now.at)
        name, path = f"{old.place} {old.name}", f"{old.place}:{old.name}"
        if old.place == now.place:  # one that came to another place is one finding
            if old.required != now.required:
                self._direct("parameter-required" if now.required else "parameter-optional", name, old, now)
            self._compare_style(name, old, now)
        for flag in old.flags:
            if old.flags[flag] != now.flags[flag]:
                kind = "parameter-loosened" if now.flags[flag] else "parameter-tightened"
                self._direct(kind, name, old, now, "" if now.flags[flag] else flag, flag if now.flags[flag] else "")
        for edit in self.pairs.reworded(old.wording, now.wording, (old.at.pointer,), (now.at.pointer,)):
            self.pair.direct.append(Direct(edit, "request", path))
        if old.schema is not None and now.schema is not None:
            self.pair.roots.append(Root(self.pairs.pair(old.schema, now.schema), "request", path))
        for word in old.content.keys() & now.content.keys():
            key = self.pairs.pair(old.content[word], now.content[word])
            self.pair.roots.append(Root(key, "request", path))

    def _compare_style(self, name: str, old: Parameter, now: Parameter) -> None:
        before, after = (f"{one.style}{', exploded' if one.explode else ''}" for one in (old, now))
        if before != after or old.content.keys() != now.content.keys():
            contents = (" ".join(old.content), " ".join(now.content))
            self._direct("parameter-style-changed", name, old, now, contents[0] or before, contents[1] or after)

    def _same(self, old: Parameter, now: Parameter) -> bool:
        if (old.place, old.required, old.style, old.explode) != (now.place, now.required, now.style, now.explode):
            return False
        if old.schema is None or now.schema is None:
            return False
        return signature(self.pairs.base, old.schema) == signature(self.pairs.revision, now.schema)

    def _direct(
        self, kind: str, name: str, old: Parameter | None, now: Parameter | None, before: str = "", after: str = ""
    ) -> None:
        known = old or now
        assert known is not None
        at = ((old.at.pointer if old else self.one.pointer,), (now.at.pointer if now else self.other.pointer,))
        edit = Edit(kind, name, *at, before, after)
        self.pair.direct.append(Direct(edit, "request", f"{known.place}:{known.name}"))
