"""What the templates read: one view of a model and one of an operation, in the words of the generated package.

Shapes (Python literals, read by `_model.py`):
  "Name"                      an object of that class
  [s]                         an array of s
  {"*": s}                    an object used as a map to s
  ("tag", key, {value: s})    objects told apart by the value of one key
  ("keys", s, s, ...)         objects told apart by which keys they have
  ("kind", s, s)              an object (first) or an array (second)
  None                        nothing to convert: the JSON value itself

Rules (Python literals, read by `_check.py`): the JSON Schema keywords that constrain a value; `{"$ref": "Name"}` stands
for the rules of that class, `tag` for a discriminated union.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Raw = Mapping[str, Any]
ReadShape = Any
Rules = dict[str, Any]


@dataclass
class Names:
    """What an annotation refers to."""

    classes: set[str] = field(default_factory=set)
    times: bool = False

    def imports(self, place: str, module_of: Mapping[str, str]) -> list[str]:
        return sorted(f"from {place}{module_of[name]} import {name}" for name in self.classes)


@dataclass(frozen=True)
class FieldView:
    name: str
    annotation: str
    default: str | None


@dataclass
class ModelView:
    name: str
    alias: str | None
    side: str
    fields: list[FieldView]
    required: tuple[str, ...]
    nested: dict[str, ReadShape]
    rest: ReadShape
    rules: Rules | None
    printed: str | None
    times: bool
    imports: list[str]


@dataclass(frozen=True)
class ArgumentView:
    name: str  # Python
    wire: str
    annotation: str
    required: bool
    rules: Rules


@dataclass
class OperationView:
    id: str
    method: str
    path: str
    tags: tuple[str, ...]
    security: tuple[tuple[str, ...], ...]
    summary: str
    description: str
    path_arguments: list[ArgumentView]
    query: list[ArgumentView]
    headers: list[ArgumentView]
    cookies: list[ArgumentView]
    body: ArgumentView | None
    content_type: str
    answers: dict[Any, ReadShape]
    returns: str
    parsed: str
    imports: list[str]
