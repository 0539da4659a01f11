"""What one row of the policy says."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Class = Literal["breaking", "additive", "docs-only"]
OverallVerdict = Literal["breaking", "additive", "docs-only", "identical"]
Role = Literal["request", "answer", "error", "wire"]

CLASSES: tuple[Class, ...] = get_args(Class)

B: Class = "breaking"
A: Class = "additive"
D: Class = "docs-only"


class Rule(NamedTuple):
    """One row: `request` and `answer` are the class on either side, None where that side cannot notice.

    `says` is the message; it knows {name}, {before} and {after}. `strict` rows break clients that refuse what they do
    not know; `generated` rows rename something in generated code.
    """

    kind: str
    request: Class | None
    answer: Class | None
    says: str
    reason: str
    strict: bool = False
    generated: bool = False


def wire(kind: str, cls: Class, says: str, reason: str, *, generated: bool = False) -> Rule:
    return Rule(kind, cls, cls, says, reason, generated=generated)
