"""What a request must satisfy: the keywords of its schemas that say yes or no to a value."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .schemas import SchemaClasses
from .shapes import Shapes
from .views import Raw, Rules

_COPIED = (
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
)  # fmt: skip
_FORMATS = {"date-time", "date", "uuid"}


class RuleBook:
    """The rules of each schema that is sent; those of a class are written once, beside the class."""

    def __init__(self, schemas: SchemaClasses, shapes: Shapes) -> None:
        self._schemas = schemas
        self._shapes = shapes
        self._open: list[str] = []
        self.of_class: dict[str, Rules] = {}
        self.problems: list[str] = []
        self._about = ["the contract"]

    def of(self, about: str, raw: Raw) -> Rules:
        """The rules of something that has a name for people, which problems are told with."""
        self._about.append(about)
        try:
            return self.rules(raw)
        finally:
            self._about.pop()

    def rules(self, raw: Raw) -> Rules:
        name = self._schemas.class_of_ref(raw)
        if name is not None and not self._schemas.is_map(self._schemas.models[name]):
            if name not in self.of_class:
                self.of_class[name] = {}
                self._about.append(f"{self._about[-1]}, {name}")
                self.of_class[name] = self._inline_rules(self._schemas.deref(raw))
                self._about.pop()
            return {"$ref": name}
        ref = raw.get("$ref")
        if isinstance(ref, str):
            if ref in self._open:
                return {}
            self._open.append(ref)
            try:
                return self._inline_rules(self._schemas.deref(raw))
            finally:
                self._open.pop()
        return self._inline_rules(raw)

    def _inline_rules(self, raw: Raw) -> Rules:
        result: Rules = {}
        declared = raw.get("type")
        types = [declared] if isinstance(declared, str) else list(declared or ())
        variants = [*raw.get("oneOf", ()), *raw.get("anyOf", ())]
        nullable = bool(raw.get("nullable")) or "null" in types or any(v.get("type") == "null" for v in variants)
        if raw.get("format") == "binary" and "string" in types:
            return {"type": ["file"]}
        if types:
            result["type"] = [*(t for t in types if t != "null"), *(["null"] if nullable else [])]
        if raw.get("enum"):
            result["enum"] = [value for value in raw["enum"] if value is not None]
        if raw.get("const") is not None:
            result["enum"] = [raw["const"]]
        self._add_bounds(result, raw)
        self._add_contents(result, raw)
        parts = [part for part in map(self.rules, raw.get("allOf", ())) if part]
        if parts:
            result["allOf"] = parts
        self._add_variants(result, raw, [v for v in variants if v.get("type") != "null"], nullable=nullable)
        return result

    def _add_bounds(self, result: Rules, raw: Raw) -> None:
        """What a text or a number must keep to."""
        result.update((key, raw[key]) for key in _COPIED if raw.get(key) is not None and raw[key] is not False)
        for bound in ("minimum", "maximum"):
            exclusive = f"exclusive{bound.capitalize()}"
            if result.get(exclusive) is True:  # OpenAPI 3.0
                result[exclusive] = result.pop(bound)
        if isinstance(pattern := raw.get("pattern"), str):
            try:
                result["pattern"] = _python_pattern(pattern)
            except ValueError as error:
                self.problems.append(f"{self._about[-1]}: the pattern {pattern!r} cannot be checked: {error}")
        if raw.get("format") in _FORMATS:
            result["format"] = raw["format"]
        if raw.get("readOnly"):
            result["readOnly"] = True

    def _add_contents(self, result: Rules, raw: Raw) -> None:
        """What an array or an object must hold."""
        if raw.get("items") and (inner := self.rules(raw["items"])):
            result["items"] = inner
        properties: Mapping[str, Raw] = raw.get("properties") or {}
        if properties:
            result["properties"] = {key: self.rules(value) for key, value in properties.items()}
        read_only = {key for key, value in properties.items() if self._schemas.deref(value).get("readOnly")}
        if names := [key for key in raw.get("required") or () if key not in read_only]:
            result["required"] = names
        if raw.get("x-required-any"):
            result["requiredAny"] = raw["x-required-any"]
        rest = raw.get("additionalProperties")
        if rest is False and not raw.get("allOf"):
            result["additionalProperties"] = False
        elif isinstance(rest, Mapping) and rest and (inner := self.rules(rest)):
            result["additionalProperties"] = inner

    def _add_variants(self, result: Rules, raw: Raw, variants: list[Raw], *, nullable: bool) -> None:
        if not variants:
            return
        alternatives = [self.rules(variant) for variant in variants]
        if not all(alternatives):
            return  # one of them allows anything
        if len(alternatives) == 1 and not nullable and not result:
            result.update(alternatives[0])
            return
        names = [name for variant in variants if (name := self._schemas.class_of_ref(variant)) is not None]
        tagged = self._shapes.tag(names, raw) if len(names) == len(variants) > 1 else None
        if tagged is not None:
            key, cases = tagged
            result["tag"] = [key, {value: {"$ref": name} for value, name in cases.items()}]
        else:
            result["oneOf"] = alternatives
        if nullable:
            result["nullable"] = True


# General categories of Unicode, which is what `_patterns.py` knows of `\\p{...}`.
_CATEGORY = re.compile(r"L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfon]?")
_LONG_NAMES = {
    "Letter": "L", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll", "Mark": "M", "Number": "N",
    "Decimal_Number": "Nd", "Punctuation": "P", "Symbol": "S", "Separator": "Z", "Other": "C",
}  # fmt: skip
_PROPERTY = re.compile(r"\\([pP])(?:\{(?:gc=|General_Category=)?(\w+)\}|([A-Z]))")


def _python_pattern(pattern: str) -> str:
    """An expression of ECMAScript as one of Python. Raises ValueError where there is none."""
    text = re.sub(r"\(\?<(?=[A-Za-z_])", "(?P<", pattern)
    text = re.sub(r"\\k<(\w+)>", r"(?P=\1)", text)
    text = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda match: f"\\U{int(match[1], 16):08x}", text)
    text = _PROPERTY.sub(_category, text)
    # `$` is the very end of the text; Python's also matches before a last newline.
    if text.endswith("$") and not text.endswith("\\$"):
        text = text[:-1] + r"\Z"
    try:
        re.compile(_PROPERTY.sub("a", text))
    except re.error as error:
        raise ValueError(f"it is no expression of Python ({error})") from None
    return text


def _category(match: re.Match[str]) -> str:
    name = _LONG_NAMES.get(match[2], match[2]) or match[3]
    if not _CATEGORY.fullmatch(name):
        raise ValueError(f"Python knows no {match[0]}")
    return f"\\{match[1]}{{{name}}}"
