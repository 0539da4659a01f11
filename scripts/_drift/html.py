"""The report as one self-contained page: verdict, rings, and how the contract moved over its history."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from _drift.changes import PinMove
from _drift.findings import Finding
from _drift.report import RINGS, Report, headline

COLOURS = {"added": "#2f7d4f", "changed": "#b7791f", "removed": "#b3362d"}
STYLE = """
:root { color-scheme: light dark; --ink: #1c2024; --soft: #60676f; --line: #d9dde1; --page: #fff; --card: #f6f7f8 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaec; --soft: #9aa2aa; --line: #3a4046; --page: #16181a; --card: #1f2326 }
}
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 60rem;
  margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin: 0 0 .25rem }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
ul { list-style: none; margin: 0; padding: 0 }
li { background: var(--card); border-left: 4px solid var(--line); padding: .5rem .8rem; margin: .4rem 0;
  overflow-wrap: anywhere }
li.breaking { border-color: #b3362d }
li.additive { border-color: #2f7d4f }
.class { font-weight: 600 }
.soft { color: var(--soft); font-size: .87em }
code { font-size: .87em }
summary { cursor: pointer; color: var(--soft) }
svg { max-width: 100%; height: auto; display: block }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif }
"""


def as_html(report: Report, history: Sequence[PinMove]) -> str:
    """One page without scripts, fonts or links to elsewhere."""
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>Contract drift: {report.verdict}</title><style>{STYLE}</style></head><body>",
        f"<h1>Contract drift: {report.verdict}</h1><p>{escape(headline(report))}</p>",
        "<table><tr><th></th><th>source</th><th>sha256</th><th>paths</th><th>operations</th><th>schemas</th></tr>",
    ]
    for name, one in (("base", report.base), ("revision", report.revision)):
        parts.append(
            f"<tr><td>{name}</td><td>{escape(one.source)}</td><td><code>{one.sha256[:16]}</code></td>"
            f"<td>{one.paths}</td><td>{one.operations}</td><td>{one.schemas}</td></tr>"
        )
    parts.append("</table>")
    parts += [f'<p class="soft">{escape(note)}</p>' for note in report.notes]
    for ring, title in RINGS.items():
        found = report.open(None, ring)
        parts.append(f"<h2>{escape(title.capitalize())}: {len(found)}</h2>")
        listed = (
            "<ul>" + "".join(_item(finding) for finding in found) + "</ul>" if found else '<p class="soft">Nothing.</p>'
        )
        parts.append(
            f"<details><summary>{len(found)} findings</summary>{listed}</details>" if ring == 3 and found else listed
        )
    accepted = [finding for finding in report.findings if finding.accepted is not None]
    if accepted:
        parts.append(f"<h2>Accepted: {len(accepted)}</h2><ul>{''.join(_item(finding) for finding in accepted)}</ul>")
    remarks = [("matches nothing", entry) for entry in report.acceptance.unmatched]
    remarks += [("expired", entry) for entry in report.acceptance.expired]
    parts += [
        f'<p class="soft">Accept entry {escape(e.fingerprint)} {what}: {escape(e.reason)}</p>' for what, e in remarks
    ]
    if history:
        parts.append("<h2>How the contract moved</h2>")
        parts += [chart(history, "operations"), chart(history, "schemas")]
    parts.append("</body></html>")
    return "\n".join(parts) + "\n"


def _item(finding: Finding) -> str:
    notes = [f"seen by {', '.join(finding.operations)}"] if finding.operations else []
    notes += [f"used by {', '.join(finding.facade)}"] if finding.facade else []
    notes += [f"seen live in {', '.join(finding.observed)}"] if finding.observed else []
    notes += ["breaks the generated client"] if finding.generated else []
    notes += [f"accepted: {finding.accepted}"] if finding.accepted is not None else []
    soft = "".join(f'<div class="soft">{escape(text)}</div>' for text in notes)
    return (
        f'<li class="{finding.cls}"><span class="class">{finding.cls}</span> {escape(finding.message)} '
        f"<code>{finding.fingerprint}</code>{soft}</li>"
    )


def chart(history: Sequence[PinMove], what: str) -> str:
    """Added and changed above the line, removed below, one group of bars a move of the pin, oldest first."""
    rows = [(entry.date, entry.operations if what == "operations" else entry.schemas) for entry in reversed(history)][
        -12:
    ]
    up = max(1, *(max(numbers[:2]) for _, numbers in rows))
    down = max(numbers[2] for _, numbers in rows)
    scale = 90 / (up + down)
    width, zero = max(350, 60 + 104 * len(rows)), 44 + up * scale
    height = zero + down * scale + 40
    parts = [
        f'<svg viewBox="0 0 {width} {height:.0f}" width="{width}" role="img" '
        f'aria-label="{what} added, changed and removed">',
        f'<text x="4" y="14" font-weight="600">{what.capitalize()}</text>',
    ]
    for index, (word, colour) in enumerate(COLOURS.items()):
        x = 100 + 84 * index
        parts.append(
            f'<rect x="{x}" y="5" width="10" height="10" fill="{colour}"/><text x="{x + 14}" y="14">{word}</text>'
        )
    parts.append(f'<line x1="20" x2="{width - 4}" y1="{zero:.1f}" y2="{zero:.1f}" stroke="currentColor"/>')
    for index, (date, numbers) in enumerate(rows):
        left = 36 + 104 * index
        for bar, (word, number) in enumerate(zip(COLOURS, numbers, strict=True)):
            if not number:
                continue
            size = number * scale
            x, y = left + 28 * bar, zero if word == "removed" else zero - size
            parts.append(f'<rect x="{x}" y="{y:.1f}" width="24" height="{max(size, 1):.1f}" fill="{COLOURS[word]}"/>')
            label_y = zero + size + 12 if word == "removed" else zero - size - 3
            parts.append(f'<text x="{x + 12}" y="{label_y:.1f}" text-anchor="middle">{number}</text>')
        parts.append(f'<text x="{left + 40}" y="{height - 6:.0f}" text-anchor="middle">{escape(date)}</text>')
    parts.append("</svg>")
    return "".join(parts)
