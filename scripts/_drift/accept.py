"""Changes we have looked at and live with: each with its reason, and a day after which it is looked at again."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from _drift.findings import Finding
from _drift.load import CannotCompare

KEYS = {"fingerprint", "reason", "expires"}


@dataclass(frozen=True)
class Accepted:
    fingerprint: str
    reason: str
    expires: datetime.date


@dataclass
class Acceptance:
    """What became of the entries: `unmatched` accept nothing, `expired` no longer do."""

    unmatched: list[Accepted] = field(default_factory=list)
    expired: list[Accepted] = field(default_factory=list)


def load_entries(path: Path) -> list[Accepted]:
    """Read a YAML or JSON list of {fingerprint, reason, expires: YYYY-MM-DD}; raises CannotCompare naming the entry."""
    try:
        listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CannotCompare(f"{path}: {' '.join(str(error).split())}") from None
    if not isinstance(listed, list):
        if listed is None:
            return []
        raise CannotCompare(f"{path}: not a list of entries")
    return [_entry(path, number, raw) for number, raw in enumerate(listed, 1)]


def _entry(path: Path, number: int, raw: object) -> Accepted:
    place = f"{path}: entry {number}"
    if not isinstance(raw, dict) or set(raw) != KEYS:
        raise CannotCompare(f"{place}: needs exactly {', '.join(sorted(KEYS))}")
    fingerprint, reason, expires = raw["fingerprint"], raw["reason"], raw["expires"]
    if not isinstance(fingerprint, str) or not isinstance(reason, str) or not reason.strip():
        raise CannotCompare(f"{place}: fingerprint and reason are text, and a reason is given")
    try:
        day = datetime.date.fromisoformat(str(expires)[:10])
    except ValueError:
        raise CannotCompare(f"{place}: expires is not a day (YYYY-MM-DD): {expires!r}") from None
    return Accepted(fingerprint, reason.strip(), day)


def accept(findings: list[Finding], entries: list[Accepted], today: datetime.date) -> Acceptance:
    """Mark what is accepted; an expired entry accepts nothing."""
    found = {finding.fingerprint: finding for finding in findings}
    result = Acceptance()
    for entry in entries:
        if entry.fingerprint not in found:
            result.unmatched.append(entry)
        elif entry.expires < today:
            result.expired.append(entry)
        else:
            found[entry.fingerprint].accepted = entry.reason
    return result
