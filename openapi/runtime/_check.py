"""Whether a value satisfies the contract. Only what is sent is checked; errors name the field, never its value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from importlib import import_module
from math import isfinite, remainder
from sys import maxsize
from typing import Any

from ._patterns import compiled
from .errors import InvalidRequest
from .types import UNSET, File

__all__ = ["check"]

Rules = Mapping[str, Any]

_TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
    "file": lambda value: isinstance(value, File),
}
Fine = Callable[[Any], bool]


@cache
def _fine_as(name: str) -> Fine:
    return _fine(_rules_of(name))


def _fine(rules: Rules) -> Fine:
    """Whether a value of a usual class meets usual rules. Where that is not certain, `check` decides, and says why."""
    if "$ref" in rules:
        return lambda value: _fine_as(rules["$ref"])(value)
    if rules.keys() == {"oneOf"}:
        ways = [_fine(way) for way in rules["oneOf"]]
        return lambda value: any(way(value) for way in ways)
    if rules.keys() == {"tag"}:
        key, cases = rules["tag"][0], {tag: _fine(case) for tag, case in rules["tag"][1].items()}
        return lambda value: (
            type(value) is dict and type(value.get(key)) is str and cases.get(value[key], _never)(value)
        )
    kinds = [kind for kind in rules.get("type", ()) if kind != "null"]
    if kinds == ["string"] and rules.keys() == {"type", "enum"}:
        return lambda value: type(value) is str and value in rules["enum"]
    if len(kinds) != 1 or not rules.keys() <= _USUAL.get(kinds[0], frozenset()):
        return _never
    if kinds == ["string"]:
        least, most = rules.get("minLength", 0), rules.get("maxLength", maxsize)
        return lambda value: type(value) is str and value.isascii() and least <= len(value) <= most
    if kinds == ["integer"]:
        low, high = rules.get("minimum", -maxsize), rules.get("maximum", maxsize)
        return lambda value: type(value) is int and low <= value <= high
    if kinds == ["boolean"]:
        return lambda value: type(value) is bool
    if kinds == ["array"]:
        fewest, many, inner = rules.get("minItems", 0), rules.get("maxItems", maxsize), _fine(rules.get("items", {}))
        return lambda value: type(value) is list and fewest <= len(value) <= many and all(map(inner, value))
    needed = frozenset(rules.get("required", ()))
    fields = {name: _fine(field) for name, field in rules.get("properties", {}).items()}

    def fine_object(value: Any) -> bool:
        if type(value) is not dict or not needed <= value.keys():
            return False
        for name, item in value.items():  # noqa: SIM110 - in half the time of `all`
            if not fields.get(name, _never)(item):
                return False
        return True

    return fine_object


def _never(value: Any) -> bool:
    return False


_USUAL = {
    "string": {"type", "minLength", "maxLength"},
    "integer": {"type", "minimum", "maximum"},
    "boolean": {"type"},
    "array": {"type", "items", "minItems", "maxItems"},
    "object": {"type", "properties", "required", "additionalProperties"},
}


def check(value: Any, rules: Rules, field: str) -> None:
    """Raise InvalidRequest, naming the path below `field`, if `value` does not satisfy `rules`."""
    if "$ref" in rules:
        if _fine_as(rules["$ref"])(value):
            return
        rules = _rules_of(rules["$ref"])
    if value is None and rules.get("nullable"):
        return
    types = rules.get("type")
    if types and not any(_TYPES[name](value) for name in types):
        raise InvalidRequest(field or "body", f"must be {' or '.join(types)}, not {_name(value)}")
    if value is None and types:
        return
    if "enum" in rules and not any(value == known and _is_flag(value) == _is_flag(known) for known in rules["enum"]):
        raise InvalidRequest(field or "body", f"must be one of {', '.join(map(str, rules['enum']))}")
    if type(value) is dict:
        _check_object(value, rules, field)
    elif isinstance(value, str):
        _check_text(value, rules, field or "body")
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        _check_number(value, rules, field or "body")
    elif isinstance(value, list):
        _check_list(value, rules, field)
    elif isinstance(value, dict):
        _check_object(value, rules, field)
    elif not (value is None or isinstance(value, bool) or types == ["file"]):
        raise InvalidRequest(field or "body", f"is not a JSON value: {_name(value)}")
    for part in rules.get("allOf", ()):
        check(value, part, field)
    if "tag" in rules:
        _check_tagged(value, rules["tag"][0], rules["tag"][1], field)
    if "oneOf" in rules:
        _check_alternatives(value, rules["oneOf"], field)


def _check_text(value: str, rules: Rules, field: str) -> None:
    if len(value) < rules.get("minLength", 0):
        raise InvalidRequest(field, f"must have at least {rules['minLength']} characters")
    if len(value) > rules.get("maxLength", len(value)):
        raise InvalidRequest(field, f"must have at most {rules['maxLength']} characters")
    if "pattern" in rules and not compiled(rules["pattern"]).search(value):
        raise InvalidRequest(field, f"must match {rules['pattern']}")
    if "format" in rules and not _FORMATS[rules["format"]](value):
        raise InvalidRequest(field, f"must be a {rules['format']}")
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise InvalidRequest(field, "is not valid Unicode text")


_LONGEST_NAME = 100
_MOST_BITS = 1000
"""Integers beyond this (301 digits) are no floats either: neither arithmetic nor text should have to fail on them."""


def _check_number(value: float, rules: Rules, field: str) -> None:
    if isinstance(value, int):
        if value.bit_length() > _MOST_BITS:
            raise InvalidRequest(field, "has too many digits")
    elif not isfinite(value):
        raise InvalidRequest(field, "must be a finite number")
    if "minimum" in rules and value < rules["minimum"]:
        raise InvalidRequest(field, f"must be at least {rules['minimum']}")
    if "maximum" in rules and value > rules["maximum"]:
        raise InvalidRequest(field, f"must be at most {rules['maximum']}")
    if "exclusiveMinimum" in rules and value <= rules["exclusiveMinimum"]:
        raise InvalidRequest(field, f"must be more than {rules['exclusiveMinimum']}")
    if "exclusiveMaximum" in rules and value >= rules["exclusiveMaximum"]:
        raise InvalidRequest(field, f"must be less than {rules['exclusiveMaximum']}")
    if "multipleOf" in rules and abs(remainder(value, rules["multipleOf"])) > 1e-9 * rules["multipleOf"]:
        raise InvalidRequest(field, f"must be a multiple of {rules['multipleOf']}")


def _check_list(value: list[Any], rules: Rules, field: str) -> None:
    if len(value) < rules.get("minItems", 0):
        raise InvalidRequest(field or "body", f"must have at least {rules['minItems']} items")
    if len(value) > rules.get("maxItems", len(value)):
        raise InvalidRequest(field or "body", f"must have at most {rules['maxItems']} items")
    if rules.get("uniqueItems") and any(item in value[:index] for index, item in enumerate(value)):
        raise InvalidRequest(field or "body", "must not have the same item twice")
    inner = rules.get("items", {})
    for index, item in enumerate(value):
        check(item, inner, f"{field}[{index}]")


def _check_object(value: dict[str, Any], rules: Rules, field: str) -> None:
    known = rules.get("properties", {})
    rest = rules.get("additionalProperties", {})
    for name in rules.get("required", ()):
        if value.get(name, UNSET) is UNSET:
            raise InvalidRequest(_below(field, name), "is required")
    alternatives = rules.get("requiredAny", ())
    if alternatives and not any(all(name in value for name in names) for names in alternatives):
        raise InvalidRequest(field or "body", f"needs {' or '.join(' and '.join(names) for names in alternatives)}")
    if len(value) < rules.get("minProperties", 0):
        raise InvalidRequest(field or "body", f"must have at least {rules['minProperties']} fields")
    if len(value) > rules.get("maxProperties", len(value)):
        raise InvalidRequest(field or "body", f"must have at most {rules['maxProperties']} fields")
    for name, item in value.items():
        if not isinstance(name, str):
            raise InvalidRequest(field or "body", "has a field name that is not text")
        if name not in known and rest is False:
            raise InvalidRequest(_below(field, name), "is not a field of the contract")
        inner = known.get(name, rest)
        if inner.get("readOnly"):
            raise InvalidRequest(_below(field, name), "is read-only")
        check(item, inner, _below(field, name))


def _check_tagged(value: Any, key: str, cases: Mapping[Any, Rules], field: str) -> None:
    if not isinstance(value, dict):
        raise InvalidRequest(field or "body", f"must be object, not {_name(value)}")
    tag = value.get(key)
    if not isinstance(tag, (str, int)) or tag not in cases:
        raise InvalidRequest(_below(field, key), f"must be one of {', '.join(map(str, cases))}")
    check(value, cases[tag], field)


def _check_alternatives(value: Any, alternatives: list[Rules], field: str) -> None:
    errors: list[InvalidRequest] = []
    for rules in alternatives:
        try:
            return check(value, rules, field)
        except InvalidRequest as error:
            errors.append(error)
    # What went wrong deepest inside is about what was meant.
    deepest = max((error.field for error in errors), key=len)
    reasons = dict.fromkeys(error.reason for error in errors if error.field == deepest)
    raise InvalidRequest(deepest, ", or ".join(reasons))


def _below(field: str, name: str) -> str:
    if len(name) > _LONGEST_NAME:
        name = f"{name[:_LONGEST_NAME]}…"
    return f"{field}.{name}" if field else name


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _name(value: Any) -> str:
    return "null" if value is None else type(value).__name__


@cache
def _rules_of(name: str) -> Rules:
    rules: Rules = getattr(import_module(".models", __package__), name)._rules
    return rules


def _is_date_time(value: str) -> bool:
    try:
        return len(value) > 10 and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _is_date(value: str) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


_UUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")

_FORMATS: dict[str, Callable[[str], bool]] = {
    "date-time": _is_date_time,
    "date": _is_date,
    "uuid": lambda value: _UUID.fullmatch(value) is not None,
}
