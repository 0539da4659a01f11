"""Compare what no operation sees: info, words of security schemes, webhooks, components that nothing reaches."""

from __future__ import annotations

from collections.abc import Iterator

from _contract.document import Json

from _drift.compare_schemas import SchemaPairs
from _drift.components import Components
from _drift.edits import Edit
from _drift.load import WORDING, token
from _drift.meaning import expanded
from _drift.model import Document
from _drift.shapes import plain

SECTIONS = (
    "schemas",
    "parameters",
    "requestBodies",
    "responses",
    "headers",
    "securitySchemes",
    "examples",
    "links",
    "callbacks",
)


def general_edits(pairs: SchemaPairs) -> Iterator[Edit]:
    """Every difference beside the operations."""
    yield from _info(pairs)
    yield from _webhooks(pairs)
    yield from _scheme_words(pairs)
    yield from _unused(pairs)


def _info(pairs: SchemaPairs) -> Iterator[Edit]:
    def facts(document: Document) -> dict[str, Json]:
        found = {**(document.raw.get("info") or {}), "openapi": document.raw["openapi"]}
        found |= {word: value for word, value in document.raw.items() if word[:2] == "x-" and word != "x-webhooks"}
        if pairs.wording:
            found |= {word: document.raw[word] for word in ("tags", "externalDocs") if word in document.raw}
        return found

    x, y = facts(pairs.base), facts(pairs.revision)
    for word in sorted(x.keys() | y.keys()):
        if plain(x.get(word)) != plain(y.get(word)) and (pairs.wording or word not in WORDING):
            at = (f"#/info/{token(word)}",)
            yield Edit("info-changed", word, at, at)


def _webhooks(pairs: SchemaPairs) -> Iterator[Edit]:
    x, y = pairs.base.webhooks, pairs.revision.webhooks
    for name in sorted(x.keys() | y.keys()):
        at = f"#/webhooks/{token(name)}"
        if name not in x or name not in y:
            yield Edit("webhook-added" if name not in x else "webhook-removed", name, (at,), (at,))
        elif expanded(pairs.base, x[name], at) != expanded(pairs.revision, y[name], at):
            yield Edit("webhook-changed", name, (at,), (at,))


def _scheme_words(pairs: SchemaPairs) -> Iterator[Edit]:
    """What a security scheme in use says besides where and how credentials go."""
    base, revision = pairs.base, pairs.revision
    used = {scheme.pointer for operation in base.operations for either in operation.security for scheme in either}
    for name, old in base.schemes.items():
        now = revision.schemes.get(name)
        if old.pointer not in used or now is None or (old.kind, old.wire) != (now.kind, now.wire):
            continue
        x, y = (_told_by_scheme(one.section("securitySchemes")[name], pairs.wording) for one in (base, revision))
        yield from pairs.reworded(x, y, (old.pointer,), (now.pointer,))


def _told_by_scheme(raw: Json, wording: bool) -> dict[str, Json]:
    if not isinstance(raw, dict):
        return {}
    found = {word: value for word, value in raw.items() if word not in ("type", "in", "name", "scheme", "flows")}
    for name, flow in (raw.get("flows") or {}).items():
        scopes = flow.get("scopes") if isinstance(flow, dict) else None
        if isinstance(scopes, dict):
            found[f"scopes of {name}"] = scopes if wording else sorted(scopes)
    return found


def _unused(pairs: SchemaPairs) -> Iterator[Edit]:
    """Components that no operation reaches: words, whatever they say."""
    mine, theirs = Components(pairs.base), Components(pairs.revision)
    for section in SECTIONS:
        gone, new = _different(section, mine, theirs)
        for name in sorted(gone | new):
            component, at = f"{section}/{name}", (f"#/components/{section}/{token(name)}",)
            if name in new and not theirs.reaches(section, name):
                if name in gone:
                    yield Edit("unused-component-changed", component, at, at)
                else:
                    yield Edit("unused-component-added", component, (), at)
            elif name in gone and name not in new and not mine.reaches(section, name):
                yield Edit("unused-component-removed", component, at, ())


def _different(section: str, mine: Components, theirs: Components) -> tuple[set[str], set[str]]:
    """The components of either side that the other has not, neither under this name nor under another."""
    x, y = mine.document.section(section), theirs.document.section(section)
    same = {
        name
        for name in x.keys() & y.keys()
        if plain(x[name]) == plain(y[name]) or mine.mark(section, name) == theirs.mark(section, name)
    }
    gone = {name: mine.mark(section, name) for name in sorted(x.keys() - same)}
    new = {name: theirs.mark(section, name) for name in sorted(y.keys() - same)}
    for name, mark in list(gone.items()):
        found = next((other for other, its in new.items() if its == mark), None)
        if found is not None:
            del gone[name], new[found]
    return set(gone), set(new)
