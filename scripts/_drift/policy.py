"""The policy: what each kind of change means to the client, and why. Nothing else in the tool decides a class.

Requests may widen and answers may narrow; the reverse breaks. What a request and an answer share takes the worse.
"""

from __future__ import annotations

from _drift.rules import CLASSES, Class, OverallVerdict, Role, Rule
from _drift.rules_operations import OPERATIONS
from _drift.rules_schemas import SCHEMAS

__all__ = ["BY_KIND", "CLASSES", "RULES", "Class", "OverallVerdict", "Role", "Rule", "classify", "worst"]

RULES: tuple[Rule, ...] = (*OPERATIONS, *SCHEMAS)
BY_KIND: dict[str, Rule] = {rule.kind: rule for rule in RULES}


def worst(classes: list[Class]) -> Class:
    return min(classes, key=CLASSES.index)


def classify(kind: str, role: Role, *, strict_answers: bool = False) -> Class | None:
    """The class of one change seen from one side; None when that side cannot notice it."""
    rule = BY_KIND[kind]
    if role == "request":
        return rule.request
    if strict_answers and rule.strict and role in ("answer", "error"):
        return "breaking"
    return rule.answer
