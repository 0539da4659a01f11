"""Compare the fields of two objects: which there are, which have to be there, and who sees them."""

from __future__ import annotations

from _drift.edits import ANSWERS, REQUEST, Edit, Here
from _drift.meaning import names, signature
from _drift.pairing import Pairing
from _drift.policy import Role
from _drift.shapes import ANYTHING, Shape

NOBODY: frozenset[Role] = frozenset()


def compare_fields(pairing: Pairing, here: Here) -> None:
    _Fields(pairing, here).compare()


class _Fields:
    def __init__(self, pairing: Pairing, here: Here) -> None:
        self.pairing, self.node, self.x, self.y = pairing, here.node, here.x, here.y

    def compare(self) -> None:
        x, y = self.x, self.y
        described = self._which()
        for name in sorted(x.properties.keys() & y.properties.keys()):
            self._flags(name)
            hidden = self._hidden(name, name)
            self.pairing.child(self.node, name, x.properties[name], y.properties[name], hidden)
        for name in sorted(x.required ^ y.required):
            if (name in x.properties) == (name in y.properties):
                hidden = self._hidden(name, name) if name in x.properties else NOBODY
                self._edit("property-required" if name in y.required else "property-optional", name, hidden)
        self._others(described)

    def _which(self) -> bool:
        """Fields that are gone, new or renamed; whether a free-form object came to list its fields."""
        x, y = self.x, self.y
        gone = sorted(x.properties.keys() - y.properties.keys())
        new = sorted(y.properties.keys() - x.properties.keys())
        if len(new) > 1 and not x.properties:
            strictly = (y.extra is False and x.extra is not False) or y.required - x.required
            self._edit("fields-described-strictly" if strictly else "fields-described", "", after=names(new, 12))
            return True
        if len(gone) > 1 and not y.properties:
            self._edit("fields-dropped", "", before=names(gone, 12))
            return False
        if len(gone) == len(new) == 1 and self._same(gone[0], new[0]):
            self._edit("property-renamed", gone[0], self._hidden(gone[0], new[0]), gone[0], new[0])
            return False
        for name in gone:
            self._edit("property-removed", name, self._hidden(name, None))
        for name in new:
            newly = name in y.required and name not in x.required
            kind = "required-property-added" if newly else "property-added"
            self._edit(kind, name, self._hidden(None, name))
        return False

    def _others(self, described: bool) -> None:
        """Fields beyond those listed."""
        x, y = self.x, self.y
        if y.extra is False and x.extra is not False:
            if not described:
                self._edit("object-closed", "")
        elif x.extra is False and y.extra is not False:
            self._edit("object-opened", "")
        elif x.extra is not False:
            one = x.extra if not isinstance(x.extra, bool) else ANYTHING
            other = y.extra if not isinstance(y.extra, bool) else ANYTHING
            self.pairing.child(self.node, "*", one, other)

    def _edit(
        self, kind: str, name: str, unseen_by: frozenset[Role] = NOBODY, before: str = "", after: str = ""
    ) -> None:
        base_at = self.x.owners.get(name) or self.x.owners.get(before) or tuple(self.x.layers)
        revision_at = self.y.owners.get(name) or self.y.owners.get(after) or tuple(self.y.layers)
        self.node.edits.append(Edit(kind, name, base_at, revision_at, before, after, unseen_by))

    def _shapes(self, old: str | None, new: str | None) -> list[Shape]:
        found = [self.pairing.base.shape(self.x.properties[old])] if old is not None else []
        return found + ([self.pairing.revision.shape(self.y.properties[new])] if new is not None else [])

    def _same(self, old: str, new: str) -> bool:
        one = signature(self.pairing.base, self.x.properties[old])
        other = signature(self.pairing.revision, self.y.properties[new])
        return (old in self.x.required) == (new in self.y.required) and one == other

    def _hidden(self, old: str | None, new: str | None) -> frozenset[Role]:
        """Who does not see a field: requests do not carry what is read-only, answers not what is write-only."""
        shapes = self._shapes(old, new)
        unseen = REQUEST if any(shape.read_only for shape in shapes) else NOBODY
        return unseen | ANSWERS if any(shape.write_only for shape in shapes) else unseen

    def _flags(self, name: str) -> None:
        one, other = self._shapes(name, name)
        if one.read_only != other.read_only:
            freed = "no-longer-read-only-required" if name in self.y.required else "no-longer-read-only"
            self._edit("made-read-only" if other.read_only else freed, name)
        if one.write_only != other.write_only:
            self._edit("made-write-only" if other.write_only else "no-longer-write-only", name)
