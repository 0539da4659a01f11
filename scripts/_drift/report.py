"""One report, four ways to read it: a screen of text, JSON for machines, Markdown for an issue, one HTML page."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from _drift.accept import Acceptance, Accepted, accept
from _drift.compare import Comparison
from _drift.findings import Finding, Grouping, clip
from _drift.load import Loaded
from _drift.model import Document
from _drift.observed import Sighting, mark
from _drift.policy import CLASSES, Class, OverallVerdict, worst
from _drift.rings import assign, undecided
from _drift.usage import Usage

Json = Any

RINGS = {1: "breaks what we use", 2: "changes what we use", 3: "elsewhere"}
SCREEN = 40
UNDECIDED = "new storefront operations: decide: wrap, or list as not wrapped"


@dataclass(frozen=True)
class Side:
    """One of the two documents, as a report names it."""

    source: str
    sha256: str
    title: str
    version: str
    paths: int
    operations: int
    schemas: int


@dataclass(frozen=True)
class Moves:
    """How many operations and schemas were added, changed and removed."""

    operations: tuple[int, int, int]
    schemas: tuple[int, int, int]


@dataclass
class Report:
    verdict: OverallVerdict
    findings: list[Finding]
    base: Side
    revision: Side
    scope: str
    moves: Moves
    acceptance: Acceptance = field(default_factory=Acceptance)
    notes: list[str] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)
    undecided: list[str] = field(default_factory=list)
    """New operations under the tags of those we use."""
    revision_raw: dict[str, Json] = field(default_factory=dict, repr=False)

    @property
    def movable(self) -> bool:
        """Whether the pin can move without breaking what we use, names of the generated client included."""
        near = [finding for finding in self.open() if finding.ring < 3]
        return not any((finding.cls == "breaking" and finding.ring == 1) or finding.generated for finding in near)

    def open(self, cls: Class | None = None, ring: int | None = None) -> list[Finding]:
        """Findings not accepted, of one class and ring."""
        return [f for f in self.findings if f.accepted is None and cls in (None, f.cls) and ring in (None, f.ring)]

    def exit_code(self, *, locked: bool = False) -> int:
        """0 nothing that matters, 1 breaking in scope (locked: any change in scope)."""
        if self.scope == "used":
            matters = self.open(None if locked else "breaking")
            return int(any(finding.ring < (3 if locked else 2) for finding in matters))
        return int(bool(self.open(None if locked else "breaking")))


def compare(
    base: Loaded,
    revision: Loaded,
    *,
    usage: Usage | None = None,
    scope: str = "all",
    strict_answers: bool = False,
    entries: Iterable[Accepted] = (),
    sightings: Iterable[Sighting] = (),
    today: datetime.date | None = None,
) -> Report:
    """The whole way from two documents to a report."""
    one, other = Document(base.raw), Document(revision.raw)
    grouping = Grouping(Comparison(one, other), strict_answers=strict_answers)
    findings = grouping.findings()
    assign(grouping, findings, usage or Usage())
    findings.sort(key=lambda finding: finding.ring)
    unseen = mark(findings, list(sightings), grouping)
    acceptance = accept(findings, list(entries), today or datetime.date.today())
    documents = (("base", one), ("revision", other))
    notes = [
        f"{name}: {place}: reference to {ref} leads nowhere"
        for name, document in documents
        for place, ref in sorted(document.broken.items())
    ]
    return Report(
        verdict=worst([finding.cls for finding in findings]) if findings else "identical",
        findings=findings,
        base=side(base, one),
        revision=side(revision, other),
        scope=scope,
        moves=moves(grouping, findings),
        acceptance=acceptance,
        notes=notes,
        sightings=unseen,
        undecided=undecided(grouping, usage or Usage()),
        revision_raw=revision.raw,
    )


def side(loaded: Loaded, document: Document) -> Side:
    info = document.raw.get("info") or {}
    return Side(
        source=loaded.source,
        sha256=loaded.sha256,
        title=str(info.get("title") or ""),
        version=str(info.get("version") or ""),
        paths=len(document.raw["paths"]),
        operations=len(document.operations),
        schemas=len(document.section("schemas")),
    )


def moves(grouping: Grouping, findings: list[Finding]) -> Moves:
    pairs = grouping.comparison.operations
    added = sum(pair.base is None for pair in pairs)
    removed = sum(pair.revision is None for pair in pairs)
    ended = {pair.known.id or pair.known.key for pair in pairs if pair.base is None or pair.revision is None}
    changed = {name for finding in findings for name in finding.operations if finding.cls != "docs-only"} - ended
    x, y = grouping.comparison.base.section("schemas"), grouping.comparison.revision.section("schemas")
    edited = {
        key[0].split("/")[3]
        for finding in findings
        for key in finding.parts
        if key[0].startswith("#/components/schemas/")
    }
    return Moves(
        (added, len(changed), removed),
        (len(y.keys() - x.keys()), len(edited & x.keys() & y.keys()), len(x.keys() - y.keys())),
    )


def as_json(report: Report) -> dict[str, Json]:
    """The report as documented in report.schema.json."""
    counts: Counter[str] = Counter()
    for finding in report.findings:
        counts[finding.cls] += 1
        counts[f"ring{finding.ring}"] += 1
        counts["accepted"] += finding.accepted is not None
        counts["observed"] += bool(finding.observed)
    return {
        "verdict": report.verdict,
        "scope": report.scope,
        "findings": [
            {
                "class": finding.cls,
                "kind": finding.kind,
                "ring": finding.ring,
                "fingerprint": finding.fingerprint,
                "pointer": finding.pointer,
                "operations": finding.operations,
                "message": finding.message,
                "sides": finding.sides,
                "facade": finding.facade,
                "breaks_generated_client": finding.generated,
                "accepted": finding.accepted,
                "observed": finding.observed,
            }
            for finding in report.findings
        ],
        "counts": {
            **{name: counts[name] for name in (*CLASSES, "ring1", "ring2", "ring3", "accepted", "observed")},
            "operations": dict(zip(("added", "changed", "removed"), report.moves.operations, strict=True)),
            "schemas": dict(zip(("added", "changed", "removed"), report.moves.schemas, strict=True)),
        },
        "base": vars(report.base),
        "revision": vars(report.revision),
        "accept": {
            "unmatched": [_entry(entry) for entry in report.acceptance.unmatched],
            "expired": [_entry(entry) for entry in report.acceptance.expired],
        },
        "undecided": report.undecided,
        "observed_elsewhere": [vars(sighting) for sighting in report.sightings],
        "notes": report.notes,
    }


def _entry(entry: Accepted) -> dict[str, str]:
    return {"fingerprint": entry.fingerprint, "reason": entry.reason, "expires": entry.expires.isoformat()}


def dump(report: Report) -> str:
    return json.dumps(as_json(report), indent=2, ensure_ascii=False) + "\n"


def moved(numbers: tuple[int, int, int]) -> str:
    return "{} added, {} changed, {} removed".format(*numbers)


# text


def headline(report: Report) -> str:
    broken = len(report.open("breaking", 1))
    return (
        f"{report.verdict}: {_count(broken, 'change')} {'breaks' if broken == 1 else 'break'} what we use, "
        f"{len(report.open(None, 1)) - broken + len(report.open(None, 2))} touch it, "
        f"{len(report.open(None, 3))} elsewhere"
    )


def sides(report: Report) -> list[str]:
    return [
        f"{name:9} {one.title} {one.version}, {one.paths} paths, {one.operations} operations, "
        f"{one.schemas} schemas, {one.sha256[:12]}"
        for name, one in (("base", report.base), ("revision", report.revision))
    ]


def as_text(report: Report) -> str:
    """One screen: what breaks what we use in full, what touches it as far as it fits, the rest counted."""
    lines = [headline(report), *sides(report)]
    lines += _remarks(report, lambda text: text)
    for ring, title in RINGS.items():
        found = report.open(None, ring)
        if (ring == 3 and report.scope == "used") or not found:
            lines += ["", f"{title}: {_by_class(found) or 'nothing'}"]
            continue
        room = len(found) if ring == 1 else max(3, SCREEN - len(lines) - 6)
        shown = found[:room]
        lines += ["", f"{title}: {_by_class(found)}"]
        for finding in shown:
            lines.append(_line(finding))
            if ring == 1:
                lines += [f"      {method}" for method in finding.facade[:4]]
                lines += [f"      and {len(finding.facade) - 4} more"] if len(finding.facade) > 4 else []
        if len(found) > len(shown):
            lines.append(f"  and {len(found) - len(shown)} more (--format markdown or json for all)")
    return "\n".join(lines) + "\n"


def _line(finding: Finding) -> str:
    notes = [_count(len(finding.operations), "operation")] if len(finding.operations) > 1 else []
    notes += [name for name in finding.operations if len(finding.operations) == 1 and name not in finding.message]
    notes += [f"seen live in {', '.join(finding.observed)}"] if finding.observed else []
    notes += ["breaks the generated client"] if finding.generated else []
    return f"  {finding.cls:9} {clip(finding.message, 130)} [{'; '.join([*notes, finding.fingerprint])}]"


def _remarks(report: Report, quote: Callable[[str], str]) -> list[str]:
    accepted = [finding for finding in report.findings if finding.accepted is not None]
    lines = [f"{UNDECIDED}: {', '.join(map(quote, report.undecided))}"] if report.undecided else []
    lines += [f"accepted: {_count(len(accepted), 'finding')}"] if accepted else []
    lines += [f"accept entry matches nothing: {quote(e.fingerprint)} ({e.reason})" for e in report.acceptance.unmatched]
    lines += [
        f"accept entry expired {e.expires}: {quote(e.fingerprint)} ({e.reason})" for e in report.acceptance.expired
    ]
    lines += [f"note: {note}" for note in report.notes]
    lines += [f"seen live, not in this comparison: {sighting.sentence}" for sighting in report.sightings]
    return lines


def _by_class(findings: list[Finding]) -> str:
    counted = Counter(finding.cls for finding in findings)
    return ", ".join(f"{counted[cls]} {cls}" for cls in CLASSES if counted[cls])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


# markdown


def escape(text: str) -> str:
    """Text of the documents as text: a name may not become markup, a mention, or a link."""
    for mark_ in "\\`*_{}[]<>#|~!":
        text = text.replace(mark_, f"\\{mark_}")
    return text.replace("@", "@\u200b").replace("\n", " ")


def as_markdown(report: Report) -> str:
    """The whole report, for an issue or a pull request."""
    lines = [
        f"**{headline(report)}**",
        "",
        "| | source | sha256 | paths | operations | schemas |",
        "|---|---|---|---|---|---|",
    ]
    for name, one in (("base", report.base), ("revision", report.revision)):
        lines.append(
            f"| {name} | {escape(one.source)} | `{one.sha256[:16]}` | {one.paths} | {one.operations} | {one.schemas} |"
        )
    lines += ["", f"Operations: {moved(report.moves.operations)}. Schemas: {moved(report.moves.schemas)}."]
    remarks = _remarks(report, lambda text: f"`{text}`")
    lines += ["", *(f"- {remark}" for remark in remarks)] if remarks else []
    for ring, title in RINGS.items():
        found = report.open(None, ring)
        lines += ["", f"### {title.capitalize()} ({_by_class(found) or 'nothing'})"]
        if ring == 3 and found:
            lines += ["", "<details><summary>list</summary>"]
        if found:
            lines += ["", *(_item(finding) for finding in found)]
        if ring == 3 and found:
            lines += ["", "</details>"]
    return "\n".join(lines) + "\n"


def _item(finding: Finding) -> str:
    text = f"- **{finding.cls}** {escape(finding.message)}{escape(_operations(finding))} `{finding.fingerprint}`"
    if finding.generated:
        text += " breaks the generated client"
    if finding.observed:
        text += f" seen live in {escape(', '.join(finding.observed))}"
    if finding.facade and finding.ring == 1:
        text += "".join(f"\n  - {escape(method)}" for method in finding.facade)
    return text


def _operations(finding: Finding) -> str:
    if len(finding.operations) < 2 and all(name in finding.message for name in finding.operations):
        return ""
    most = 5
    more = len(finding.operations) - most
    return f" ({', '.join(finding.operations[:most])}{f' and {more} more' if more > 0 else ''})"
