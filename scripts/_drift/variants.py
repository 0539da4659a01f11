"""What a schema lets through by choice: the variants of its unions, and null."""

from __future__ import annotations

from _contract.document import Json

from _drift.load import token
from _drift.references import References
from _drift.shapes import SCHEMA_WORDING, At, Union, is_null

UNIONS = ("oneOf", "anyOf")
NOWHERE = " (nowhere)"
"""What follows a target of a discriminator that there is not."""
Clauses = list[list[At]]
"""Null gets through where, of each list, it gets through one."""


class Variants(References):
    """References, and the unions and nullability of what they lead to."""

    def __init__(self, raw: dict[str, Json]) -> None:
        super().__init__(raw)
        self._nullable: dict[str, bool] = {}

    def variants(self, at: At, word: str) -> tuple[list[At], bool]:
        """Variants of a union, nested unions opened and the null variant taken out; and whether there was one."""
        found: dict[str, At] = {}
        null = self._open(at, word, found, set())
        return list(found.values()), null

    def _open(self, at: At, word: str, found: dict[str, At], opened: set[str]) -> bool:
        null = False
        listed = at.raw.get(word)
        for index, variant in enumerate(listed if isinstance(listed, list) else []):
            target = self.canonical((At(f"{at.pointer}/{word}/{index}", variant),))[0]
            inner = target.raw
            words = set(inner) - SCHEMA_WORDING - {"nullable", "discriminator"} if isinstance(inner, dict) else set()
            if isinstance(inner, dict) and is_null(inner):
                null = True
            elif len(words) == 1 and words <= set(UNIONS):
                if target.pointer not in opened:  # unions that name each other are opened once
                    opened.add(target.pointer)
                    null = self._open(target, words.pop(), found, opened) or inner.get("nullable") is True or null
            else:
                found.setdefault(target.pointer, target)
        return null

    def union(self, at: At, word: str) -> Union | None:
        """The choice that a raw schema leaves; None where it leaves none."""
        variants = self.variants(at, word)[0]
        if len(variants) < 2:
            return None
        tag, mapping = self.discriminator(at)
        if tag is not None:
            mapped = set(mapping.values())
            for variant in variants:  # one that no value is mapped to goes by its component's name
                steps = variant.pointer.split("/")
                if steps[1:3] == ["components", "schemas"] and len(steps) == 4 and variant.pointer not in mapped:
                    mapping.setdefault(steps[3], variant.pointer)
        return Union(word, at.pointer, [(variant,) for variant in variants], tag, mapping)

    def discriminator(self, at: At) -> tuple[str | None, dict[str, str]]:
        """The field that tells variants apart, and where each of its values leads."""
        discriminator = at.raw.get("discriminator")
        discriminator = discriminator if isinstance(discriminator, dict) else {}
        listed = discriminator.get("mapping")
        mapping: dict[str, str] = {}
        for value, ref in (listed if isinstance(listed, dict) else {}).items():
            target = str(ref) if "#" in str(ref) else f"#/components/schemas/{ref}"
            found = self.lookup(target)
            if found is None:
                self.broken[f"{at.pointer}/discriminator/mapping/{token(value)}"] = str(ref)
            mapping[value] = self.canonical((found,))[0].pointer if found else f"{target}{NOWHERE}"
        tag = discriminator.get("propertyName")
        return (tag if isinstance(tag, str) else None), mapping

    # null

    def nullable(self, at: At) -> bool:
        """Whether null gets through; an outer `nullable` is taken at its word, as everybody who writes one means it."""
        if at.pointer not in self._nullable:
            self._solve(at)
        return self._nullable[at.pointer]

    def null_at(self, at: At) -> bool:
        """Whether a schema that refers to another says by itself that null gets through, or does not."""
        raw = at.raw
        if not isinstance(raw, dict) or not raw.keys() & {"$ref", "allOf", *UNIONS}:
            return False
        chosen = any(word in raw and self.variants(at, word)[1] for word in UNIONS)
        return chosen or isinstance(raw.get("nullable"), bool)

    def _solve(self, start: At) -> None:
        """Find it for a schema and all that it depends on at once, as they may depend on each other."""
        rules: dict[str, Clauses] = {}
        waiting = [start]
        while waiting:
            at = waiting.pop()
            if at.pointer in rules or at.pointer in self._nullable:
                continue
            rule = self._rule(at)
            if isinstance(rule, bool):
                self._nullable[at.pointer] = rule
            else:
                rules[at.pointer] = rule
                waiting += [one for clause in rule for one in clause]
        # Nothing is nullable until something says so; that spreads to what depends on it, until nothing changes.
        self._nullable |= dict.fromkeys(rules, False)
        changed = True
        while changed:
            changed = False
            for pointer, rule in rules.items():
                found = all(any(self._nullable[one.pointer] for one in clause) for clause in rule)
                changed = changed or found != self._nullable[pointer]
                self._nullable[pointer] = found

    def _rule(self, at: At) -> bool | Clauses:
        raw = at.raw
        if not isinstance(raw, dict):
            return True
        if isinstance(raw.get("nullable"), bool):
            return bool(raw["nullable"])
        kind = raw.get("type")
        if kind is not None:
            return "null" in kind if isinstance(kind, list) else False
        if isinstance(raw.get("enum"), list) and None not in raw["enum"]:
            return False
        clauses: Clauses = []
        combined = isinstance(raw.get("$ref"), str)
        target = self.lookup(raw["$ref"]) if combined else None
        if target is not None:
            clauses.append([target])
        members = raw.get("allOf")
        for index, member in enumerate(members if isinstance(members, list) else []):
            clauses.append([At(f"{at.pointer}/allOf/{index}", member)])
        for word in UNIONS:
            if isinstance(raw.get(word), list):
                variants, null = self.variants(at, word)
                combined = True
                if not null:
                    clauses.append(variants)
        if not clauses and not combined and any(word in raw for word in ("properties", "required", "items")):
            return False  # the type is implied
        return clauses
