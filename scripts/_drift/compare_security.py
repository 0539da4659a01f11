"""Compare who may call an operation, by what credentials are on the wire."""

from __future__ import annotations

from collections.abc import Iterable

from _drift.compare_schemas import SchemaPairs
from _drift.edits import Direct, Edit, OperationPair
from _drift.shapes import Operation, Scheme

Alternative = dict[Scheme, frozenset[str]]
"""Schemes that are needed together, each with its scopes."""
Wires = frozenset[str]
NOBODY: Wires = frozenset()


def compare_security(pairs: SchemaPairs, pair: OperationPair, one: Operation, other: Operation) -> None:
    _Security(pairs, pair, one, other).compare()


class _Security:
    def __init__(self, pairs: SchemaPairs, pair: OperationPair, one: Operation, other: Operation) -> None:
        self.pairs, self.pair = pairs, pair
        self.at = ((one.security_at,), (other.security_at,))
        self.mine = {_wires(alternative): alternative for alternative in one.security}
        self.theirs = {_wires(alternative): alternative for alternative in other.security}

    def compare(self) -> None:
        for wire in self.mine.keys() & self.theirs.keys():
            self._scopes(self.mine[wire], self.theirs[wire])
        gone = {wire: alternative for wire, alternative in self.mine.items() if wire not in self.theirs}
        new = {wire: alternative for wire, alternative in self.theirs.items() if wire not in self.mine}
        self._nobody(gone, new)
        self._same_schemes(gone, new)
        self._requirements(gone, new)
        if len(gone) == len(new) == 1:
            before, after = _schemes(next(iter(gone.values()))), _schemes(next(iter(new.values())))
            self._direct("security-replaced", "", before, after)
            return
        for alternative in gone.values():
            schemes = _schemes(alternative)
            self._direct("security-alternative-removed", schemes, schemes, base_at=_pointers([alternative]))
        for alternative in new.values():
            schemes = _schemes(alternative)
            self._direct("security-alternative-added", schemes, "", schemes, revision_at=_pointers([alternative]))

    def _direct(
        self,
        kind: str,
        name: str = "",
        before: str = "",
        after: str = "",
        *,
        base_at: tuple[str, ...] = (),
        revision_at: tuple[str, ...] = (),
    ) -> None:
        edit = Edit(kind, name, base_at or self.at[0], revision_at or self.at[1], before, after)
        self.pair.direct.append(Direct(edit, "wire", ""))

    def _nobody(self, gone: dict[Wires, Alternative], new: dict[Wires, Alternative]) -> None:
        """Whether it goes without credentials."""
        if NOBODY in gone:
            del gone[NOBODY]
            after = " or ".join(sorted(map(_schemes, self.theirs.values())))
            self._direct("security-required", "", "", after, revision_at=_pointers(self.theirs.values()))
            if not self.mine.keys() - {NOBODY}:
                new.clear()
        if NOBODY in new:
            del new[NOBODY]
            before = " or ".join(sorted(map(_schemes, self.mine.values())))
            self._direct("security-dropped", "", before, base_at=_pointers(self.mine.values()))
            if not self.theirs.keys() - {NOBODY}:
                gone.clear()

    def _same_schemes(self, gone: dict[Wires, Alternative], new: dict[Wires, Alternative]) -> None:
        """The same schemes, by name or at least by kind, that send credentials in another way."""
        for wire, alternative in list(gone.items()):
            found = next((w for w, a in new.items() if _named(a) == _named(alternative)), None) or next(
                (w for w, a in new.items() if _kinds(a) == _kinds(alternative)), None
            )
            if found is None or len(alternative) != len(new[found]):
                continue
            pairs = zip(_by_kind(alternative), _by_kind(new[found]), strict=True)
            for old, now in pairs:
                self.pairs.met[old.pointer, now.pointer] += 1
                if old.wire != now.wire:
                    before, after = (old.label, now.label) if old.label != now.label else (old.wire, now.wire)
                    at = ((old.pointer,), (now.pointer,))
                    edit = Edit("security-scheme-changed", old.kind, *at, before, after)
                    self.pair.direct.append(Direct(edit, "wire", ""))
            del gone[wire], new[found]

    def _requirements(self, gone: dict[Wires, Alternative], new: dict[Wires, Alternative]) -> None:
        """The same credentials with one more, or one fewer."""
        for wire, alternative in list(gone.items()):
            found = next((w for w in new if wire < w or w < wire), None)
            if found is not None:
                kind = "security-requirement-added" if wire < found else "security-requirement-removed"
                self._direct(kind, "", _schemes(alternative), _schemes(new[found]))
                del gone[wire], new[found]

    def _scopes(self, mine: Alternative, theirs: Alternative) -> None:
        after = {scheme.wire: scopes for scheme, scopes in theirs.items()}
        for scheme, scopes in mine.items():
            self.pairs.met.update((scheme.pointer, now.pointer) for now in theirs if now.wire == scheme.wire)
            for scope in sorted(after[scheme.wire] - scopes):
                self._direct("security-scope-added", scheme.label, "", scope)
            for scope in sorted(scopes - after[scheme.wire]):
                self._direct("security-scope-removed", scheme.label, scope)


def _wires(alternative: Alternative) -> Wires:
    return frozenset(f"{scheme.kind} {scheme.wire}" for scheme in alternative)


def _named(alternative: Alternative) -> list[tuple[str, str]]:
    return [(scheme.kind, scheme.pointer) for scheme in alternative]


def _kinds(alternative: Alternative) -> list[str]:
    return sorted(scheme.kind for scheme in alternative)


def _by_kind(alternative: Alternative) -> list[Scheme]:
    return sorted(alternative, key=lambda scheme: scheme.kind)


def _schemes(alternative: Alternative) -> str:
    return " and ".join(sorted(scheme.label for scheme in alternative)) or "no credentials"


def _pointers(alternatives: Iterable[Alternative]) -> tuple[str, ...]:
    return tuple(sorted({scheme.pointer for alternative in alternatives for scheme in alternative}))
