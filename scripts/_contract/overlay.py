"""OpenAPI Overlay 1.0: corrections as data. Stricter than the standard: every action says why, and one that finds
nothing to act on, or changes nothing, is an error, so that no correction outlives its cause."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from _contract.document import ContractError, Json

_NAME = re.compile(r"\.([A-Za-z_][A-Za-z0-9_-]*)")
_QUOTED = re.compile(r"\[('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\]")
_INDEX = re.compile(r"\[(\d+)\]")
_WILDCARD = re.compile(r"\.\*|\[\*\]")
_FILTER = re.compile(r"\[\?\s*@((?:\.[A-Za-z_$][A-Za-z0-9_-]*|\['[^']*'\])+)\s*==\s*'([^']*)'\s*\]")


class Found(NamedTuple):
    """A place in the document: what holds it, and under which key or index."""

    parent: Json
    key: str | int

    @property
    def value(self) -> Json:
        return self.parent[self.key]


def apply(document: dict[str, Json], overlay: dict[str, Json]) -> dict[str, Json]:
    """The document with the overlay's actions applied in order, as a new one. Raises `ContractError`."""
    changed, problems = apply_what_fits(document, overlay)
    if problems:
        raise problems[0]
    return changed


def apply_what_fits(document: dict[str, Json], overlay: dict[str, Json]) -> tuple[dict[str, Json], list[ContractError]]:
    """The document with every action applied that can be, as a new one, and why each of the others could not be."""
    if not str(overlay.get("overlay", "")).startswith("1.0") or not isinstance(overlay.get("actions"), list):
        raise ContractError("not an OpenAPI Overlay 1.0: it has `overlay: 1.0.0` and `actions`")
    root: dict[str, Json] = {"$": copy.deepcopy(document)}
    problems: list[ContractError] = []
    for number, action in enumerate(overlay["actions"], 1):
        try:
            _act(root, action, f"overlay action {number}")
        except ContractError as problem:
            problems.append(problem)
    return root["$"], problems


def _act(root: dict[str, Json], action: Json, place: str) -> None:
    """Apply one action, whole or not at all."""
    if not isinstance(action, dict) or not isinstance(action.get("target"), str):
        raise ContractError(f"{place} has no target")
    target = action["target"]
    place = f"{place} ({target})"
    if unknown := action.keys() - {"target", "description", "update", "remove"}:
        raise ContractError(f"{place} has unknown keys: {', '.join(sorted(map(str, unknown)))}")
    if not str(action.get("description") or "").strip():
        raise ContractError(f"{place} does not say why: it needs a description")
    if ("update" in action) == (action.get("remove") is True):
        raise ContractError(f"{place} needs either an update or `remove: true`")
    found = list(select(root, target))
    if not found:
        raise ContractError(f"{place} finds nothing: what it corrects is gone, so remove the action")
    if action.get("remove"):
        for spot in reversed(found):
            del spot.parent[spot.key]
        return
    update = action["update"]
    if not all(_can_take(spot.value, update) for spot in found):
        raise ContractError(f"{place} can only update an object or a list")
    before = [json.dumps(spot.value, sort_keys=True) for spot in found]
    for spot in found:
        _update(spot.value, copy.deepcopy(update))
    if before == [json.dumps(spot.value, sort_keys=True) for spot in found]:
        raise ContractError(f"{place} changes nothing: the contract says so by itself now, so remove the action")


def select(root: dict[str, Json], path: str) -> Iterator[Found]:
    """The places that a JSONPath (RFC 9535) names. Understood are names, indexes, wildcards, and filters that compare a
    member with a text: `$.paths.*[?@.operationId == 'getOrder']`. `root` holds the document under `$`."""
    if not path.startswith("$"):
        raise ContractError(f"a JSONPath starts with $: {path}")
    found = [Found(root, "$")]
    position = 1
    while position < len(path):
        for pattern in (_NAME, _QUOTED, _INDEX, _WILDCARD, _FILTER):
            if match := pattern.match(path, position):
                break
        else:
            raise ContractError(f"a JSONPath that is not understood at {path[position:]!r}: {path}")
        position = match.end()
        found = [spot for parent in found for spot in _step(parent.value, pattern, match)]
    yield from found


def _step(value: Json, pattern: re.Pattern[str], match: re.Match[str]) -> Iterator[Found]:
    keys: list[Json] = list(value) if isinstance(value, dict) else []
    if isinstance(value, list):
        keys = list(range(len(value)))
    if pattern is _NAME:
        keys = [key for key in keys if key == match[1]]
    elif pattern is _QUOTED:
        name = re.sub(r"\\(.)", r"\1", match[1][1:-1])
        keys = [key for key in keys if key == name]
    elif pattern is _INDEX:
        keys = [key for key in keys if key == int(match[1])]
    elif pattern is _FILTER:
        names = [name or quoted for name, quoted in re.findall(r"\.([^.\[]+)|\['([^']*)'\]", match[1])]
        keys = [key for key in keys if _member(value[key], names) == match[2]]
    yield from (Found(value, key) for key in keys)


def _member(value: Json, names: list[str]) -> Json:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _can_take(value: Json, update: Json) -> bool:
    return isinstance(value, list) or (isinstance(value, dict) and isinstance(update, dict))


def _update(value: Json, update: Json) -> None:
    if isinstance(value, list):
        value.append(update)
    else:
        _merge(value, update)


def _merge(old: dict[str, Json], new: dict[str, Json]) -> None:
    for key, value in new.items():
        if isinstance(value, dict) and isinstance(old.get(key), dict):
            _merge(old[key], value)
        elif isinstance(value, list) and isinstance(old.get(key), list):
            old[key].extend(value)
        else:
            old[key] = value
