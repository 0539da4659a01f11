"""In which ways a value breaks the contract, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import jsonschema_rs


@dataclass(frozen=True, slots=True)
class Problem:
    """One way in which a value breaks the contract: where (dotted path) and what is wrong."""

    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.field}: {self.message}" if self.field else self.message


class Checker:
    """A compiled validator that names the offending fields."""

    __slots__ = ("_validator",)

    def __init__(self, validator: jsonschema_rs.Validator) -> None:
        self._validator = validator

    def problems(self, value: Any) -> list[Problem]:
        """Return what is wrong with `value`; empty when it keeps to the contract."""
        if self._validator.is_valid(value):
            return []
        found: dict[str, Problem] = {}
        for error in self._validator.iter_errors(value):
            for problem in _explain(error):
                found.setdefault(problem.field, problem)
        return list(found.values())


def _explain(error: jsonschema_rs.ValidationError) -> Iterator[Problem]:
    kind = error.kind
    path = ".".join(str(part) for part in error.instance_path)
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.OneOfNotValid | jsonschema_rs.ValidationErrorKind.AnyOf):
        # The branch that failed latest in the value is the one the sender meant.
        branches = [branch for branch in kind.context if branch and not any(_is_tag(part) for part in branch)]
        if branches:
            closest = min(
                branches,
                key=lambda branch: (
                    all(part.instance_path == error.instance_path and _is_type(part) for part in branch),
                    len(branch),
                ),
            )
            if not all(_is_type(part) and part.instance_path == error.instance_path for part in closest):
                for part in closest:
                    yield from _explain(part)
                return
        tags = {".".join(map(str, part.instance_path)) for branch in kind.context for part in branch if _is_tag(part)}
        for tag in sorted(tags):
            yield Problem(tag, "is not one of the documented values")
        if not tags:
            yield Problem(path, "does not match any documented form")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Required):
        yield Problem(f"{path}.{kind.property}" if path else kind.property, "is required")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.AdditionalProperties):
        for name in kind.unexpected:
            yield Problem(f"{path}.{name}" if path else name, "is not a documented field")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Type):
        yield Problem(path, f"must be {' or '.join(kind.types)}")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Enum):
        yield Problem(path, "is not one of the documented values")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Format):
        yield Problem(path, f"is not a valid {kind.format}")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Minimum):
        yield Problem(path, f"must be at least {kind.limit}")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Maximum):
        yield Problem(path, f"must be at most {kind.limit}")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Pattern):
        yield Problem(path, f"must match {kind.pattern}")
    else:
        yield Problem(path, f"breaks {kind.name} {kind.value!r}" if kind.name != "minItems" else "must not be empty")


def _is_tag(error: jsonschema_rs.ValidationError) -> bool:
    return isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Enum) and error.instance_path[-1:] in (
        ["type"],
        ["entity_type"],
    )


def _is_type(error: jsonschema_rs.ValidationError) -> bool:
    return isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Type)
