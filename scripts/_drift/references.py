"""References of one document: where each leads, and which lead nowhere."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import unquote

from _contract.document import Json

from _drift.load import has_wording, token, untoken
from _drift.shapes import ROOT, At, Handle


class References:
    """One document with its references resolved on demand; `broken` is what led nowhere, by place."""

    def __init__(self, raw: dict[str, Json]) -> None:
        self.raw = raw
        self.broken: dict[str, str] = {}
        self._resolved: dict[str, At | None] = {}

    @cached_property
    def has_wording(self) -> bool:
        return has_wording(self.raw)

    def section(self, name: str) -> dict[str, Json]:
        """One part of `components`."""
        found = self.raw.get("components") or {}
        found = found.get(name)
        return found if isinstance(found, dict) else {}

    def lookup(self, ref: str) -> At | None:
        """The node a local reference names, with the pointer it really stands at; None when it leads nowhere."""
        if ref not in self._resolved:
            self._resolved[ref] = None  # a reference that passes through itself leads nowhere
            self._resolved[ref] = self._lookup(ref)
        return self._resolved[ref]

    def _lookup(self, ref: str) -> At | None:
        if ref != ROOT and not ref.startswith("#/"):
            return None
        node, pointer = self.raw, ROOT
        for step in ref.split("/")[1:]:
            name = untoken(unquote(step))
            if isinstance(node, dict) and isinstance(node.get("$ref"), str) and name not in node:
                through = self.lookup(node["$ref"])
                if through is None:
                    return None
                pointer, node = through
            if isinstance(node, dict) and name in node:
                node = node[name]
            elif isinstance(node, list) and name.isdigit() and int(name) < len(node):
                node = node[int(name)]
            else:
                return None
            pointer = f"{pointer}/{token(name)}"
        return At(pointer, node)

    def follow(self, at: At) -> At:
        """Follow a chain of references outside schemas, where siblings of `$ref` mean nothing."""
        seen: set[str] = set()
        while isinstance(at.raw, dict) and isinstance(at.raw.get("$ref"), str):
            ref = at.raw["$ref"]
            found = None if ref in seen else self.lookup(ref)
            seen.add(ref)
            if found is None:
                self.broken[at.pointer] = ref
                return At(at.pointer, {"x-broken-reference": ref})
            at = found
        return at if isinstance(at.raw, dict) else At(at.pointer, {})

    def canonical(self, handle: Handle) -> Handle:
        """The same schema named by where it is defined, so that two references to one component are one schema."""
        out: dict[str, At] = {}
        for at in handle:
            seen: set[str] = set()
            while isinstance(at.raw, dict) and set(at.raw) == {"$ref"} and isinstance(at.raw["$ref"], str):
                found = self.lookup(at.raw["$ref"])
                if found is None or found.pointer in seen:
                    break
                seen.add(found.pointer)
                at = found
            out.setdefault(at.pointer, at)
        return tuple(out.values())
