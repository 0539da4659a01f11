"""Compare unions: which variant of one is which of the other, and what tells them apart."""

from __future__ import annotations

from _drift.edits import Child, Edit, Here
from _drift.meaning import contains, either, label, overlap, signature
from _drift.model import Document
from _drift.pairing import Pairing
from _drift.shapes import Handle, Union, key_of
from _drift.variants import NOWHERE

Pairs = list[tuple[Handle, Handle]]
Matches = tuple[Pairs, list[Handle], list[Handle]]
"""Pairs of variants, and those of either side that have no counterpart."""


def compare_unions(pairing: Pairing, here: Here, x: Union, y: Union) -> bool:
    """Pair the variants of two unions; False when not one of them has a counterpart."""
    pairs, gone, new = _paired(pairing, x, y)
    if not pairs:
        return False
    for one, other in pairs:
        here.node.children.append(Child("", pairing.pair(one, other, variant=True), frozenset()))
    at = ((x.pointer,), (y.pointer,))
    overlapping = not x.word and y.word == "oneOf" and not y.tag and _overlapping(pairing.revision, y)
    if overlapping:
        after = either(pairing.revision, y.variants)
        here.node.edits.append(Edit("variants-overlap", "", *at, after=after))
        new = []
    for one in gone:
        name = label(pairing.base, one)
        here.node.edits.append(Edit("variant-removed", name, *at, before=name))
    for other in new:
        name = label(pairing.revision, other)
        here.node.edits.append(Edit("variant-added", name, *at, after=name))
    if x.word and y.word:
        if x.word != y.word:
            here.node.edits.append(Edit("variants-exclusive" if y.word == "oneOf" else "variants-inclusive", "", *at))
        here.node.edits += _told_apart(pairing, x, y, pairs)
    return True


def _paired(pairing: Pairing, x: Union, y: Union) -> Matches:
    """Variants that are the same, then those told apart in one way, then those most alike, then the only ones left."""
    pairs, left, right = _matched(pairing, x, y)

    def take(one: Handle, other: Handle) -> None:
        left.remove(one)
        right.remove(other)
        pairs.append((one, other))

    for one in list(left):
        tags = _tags(pairing.base, one, x)
        found = next((o for o in right if tags & _tags(pairing.revision, o, y)), None)
        if found is not None:
            take(one, found)
    scored = sorted(
        (-score, i, j)
        for i, one in enumerate(x.variants)
        for j, other in enumerate(y.variants)
        if one in left and other in right and (score := _likeness(pairing, one, other)) > 0
    )
    for _, i, j in scored:
        if x.variants[i] in left and y.variants[j] in right:
            take(x.variants[i], y.variants[j])
    if pairs and len(left) == len(right) == 1:
        take(left[0], right[0])
    return pairs, left, right


def _matched(pairing: Pairing, x: Union, y: Union) -> Matches:
    """Variants that mean the same."""
    waiting: dict[str, list[Handle]] = {}
    for other in y.variants:
        waiting.setdefault(signature(pairing.revision, other, variant=True), []).append(other)
    pairs: Pairs = []
    left: list[Handle] = []
    for one in x.variants:
        same = waiting.get(signature(pairing.base, one, variant=True))
        if same:
            pairs.append((one, same.pop(0)))
        else:
            left.append(one)
    return pairs, left, [other for other in y.variants if any(other in same for same in waiting.values())]


def _tags(document: Document, handle: Handle, union: Union) -> set[tuple[str, str]]:
    """What tells a variant apart: its discriminator values and its fields with a single value."""
    shape = document.shape(handle)
    found = {("", value) for value, pointer in union.mapping.items() if pointer in key_of(handle)}
    for name, child in shape.properties.items():
        values = document.shape(child).enum
        if values and len(values) == 1:
            found.add((name, next(iter(values))))
    return found


def _likeness(pairing: Pairing, one: Handle, other: Handle) -> float:
    x, y = pairing.base.shape(one), pairing.revision.shape(other)
    if x.types is None or y.types is None:
        return 0.1 if x.types == y.types else 0
    if not x.types & y.types:
        return 0.2 if contains(x.types, y.types) or contains(y.types, x.types) else 0
    if "object" in x.types & y.types:
        mine, theirs = x.properties.keys() | x.required, y.properties.keys() | y.required
        return len(mine & theirs) / len(mine | theirs) if mine | theirs else 1
    return 1 if x.facts.get("format") == y.facts.get("format") else 0.5


def _overlapping(document: Document, union: Union) -> bool:
    listed = union.variants
    return any(overlap(document, one, other) for i, one in enumerate(listed) for other in listed[i + 1 :])


# discriminators


def _told_apart(pairing: Pairing, x: Union, y: Union, pairs: Pairs) -> list[Edit]:
    """What tells the variants apart: the field, and which value of it stands for which variant."""
    at = ((x.pointer,), (y.pointer,))
    lost = {value: to for value, to in y.mapping.items() if to.endswith(NOWHERE) and x.mapping.get(value) != to}
    refs = ", ".join(to.removesuffix(NOWHERE) for to in lost.values())
    edits = [Edit("unresolvable", "", *at, after=refs)] if lost else []
    if x.tag != y.tag:
        kind = "discriminator-changed" if x.tag and y.tag else "discriminator-added"
        if not y.tag:
            fixed = all(_fixes(pairing.revision, variant, x.tag or "") for variant in y.variants)
            kind = "discriminator-removed" if fixed else "discriminator-lost"
        return edits or [Edit(kind, "", *at, before=x.tag or "", after=y.tag or "")]
    # Two variants are one here when they are a pair; what belongs to none of the pairs was told with its variant.
    before = _numbered(pairing.base, x, [one for one, _ in pairs])
    after = _numbered(pairing.revision, y, [other for _, other in pairs])
    alone = {before.pop(value) for value in lost if value in before}
    after = {value: number for value, number in after.items() if number not in alone or value in before}
    called = {number: label(pairing.base, one) for number, (one, _) in enumerate(pairs)}
    return [*edits, *_mapping_edits(before, after, called, at)]


def _numbered(document: Document, union: Union, variants: list[Handle]) -> dict[str, int]:
    """Which of these variants each value of the discriminator stands for; a value of none of them is left out."""
    places = {pointer: number for number, variant in enumerate(variants) for pointer in key_of(variant)}
    marks: dict[str, int] = {}
    if not places.keys() >= set(union.mapping.values()):  # variants written out beside the components that they are
        marks = {signature(document, variant, variant=True): number for number, variant in enumerate(variants)}

    def number(pointer: str) -> int | None:
        found = document.lookup(pointer) if pointer not in places else None
        return marks.get(signature(document, (found,), variant=True)) if found else places.get(pointer)

    numbers = {value: number(pointer) for value, pointer in union.mapping.items()}
    return {value: found for value, found in numbers.items() if found is not None}


def _fixes(document: Document, variant: Handle, tag: str) -> bool:
    """Whether a variant can be told by the one value that a field of it always has."""
    shape = document.shape(variant)
    values = document.shape(shape.properties[tag]).enum if tag in shape.properties else None
    return values is not None and len(values) == 1


def _mapping_edits(
    before: dict[str, int], after: dict[str, int], called: dict[int, str], at: tuple[tuple[str, ...], tuple[str, ...]]
) -> list[Edit]:
    """What became of the values of a discriminator, each with the number of what it stands for."""
    edits: list[Edit] = []
    moved = [value for value in sorted(before.keys() & after.keys()) if before[value] != after[value]]
    if moved:
        texts = [
            ", ".join(f"{value}: {called.get(side[value], 'another')}" for value in moved) for side in (before, after)
        ]
        edits.append(Edit("discriminator-mapping-changed", ", ".join(moved), *at, before=texts[0], after=texts[1]))
    gone = [value for value in sorted(before) if value not in after]
    new = [value for value in sorted(after) if value not in before]
    for value in list(gone):
        other = next((one for one in new if after[one] == before[value]), None)
        if other is not None:
            edits.append(Edit("discriminator-value-renamed", value, *at, before=value, after=other))
            gone.remove(value)
            new.remove(other)
    edits += [Edit("discriminator-value-removed", value, *at, before=value) for value in gone]
    edits += [Edit("discriminator-value-added", value, *at, after=value) for value in new]
    return edits


def compare_discriminators(pairing: Pairing, here: Here) -> None:
    """The discriminator of an object whose variants refer to it, and are no union."""
    x, y = here.x, here.y
    at = (x.where("discriminator"), y.where("discriminator"))
    if x.tag != y.tag:
        kind = "discriminator-changed" if x.tag and y.tag else "discriminator-added" if y.tag else "discriminator-lost"
        here.node.edits.append(Edit(kind, "", *at, before=x.tag or "", after=y.tag or ""))
        return
    numbers: dict[str, int] = {}

    def meant(document: Document, mapping: dict[str, str]) -> dict[str, int]:
        found = {value: document.lookup(pointer) for value, pointer in mapping.items()}
        marks = {v: signature(document, document.canonical((t,))) if t else mapping[v] for v, t in found.items()}
        return {value: numbers.setdefault(mark, len(numbers)) for value, mark in marks.items()}

    before, after = meant(pairing.base, x.mapping), meant(pairing.revision, y.mapping)
    here.node.edits += _mapping_edits(before, after, {}, at)
