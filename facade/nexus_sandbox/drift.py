"""Answers as a newer contract would give them: additive changes, on command."""

from __future__ import annotations

import threading
from typing import Any, Literal, get_args

from .contract.pin import Operation, Pin

DriftKind = Literal["new_fields", "new_enum_values", "nulls", "new_variants"]
ALL_KINDS: frozenset[DriftKind] = frozenset(get_args(DriftKind))


class Drifting:
    """Which operations drift, and how. The change is made after the real answer was found to keep the contract."""

    def __init__(self, pin: Pin) -> None:
        self._pin = pin
        self._lock = threading.Lock()
        self._on: dict[str, frozenset[DriftKind]] = {}

    def switch(self, operation: str, kinds: frozenset[DriftKind]) -> None:
        """Let `operation` (or `*`) drift in the given ways; an empty set ends it."""
        unknown = kinds - ALL_KINDS
        if unknown:
            raise ValueError(f"there is no drift {sorted(unknown)[0]!r}; there are {', '.join(sorted(ALL_KINDS))}")
        with self._lock:
            if kinds:
                self._on[operation] = kinds
            else:
                self._on.pop(operation, None)

    def clear(self) -> None:
        with self._lock:
            self._on.clear()

    def switched(self) -> dict[str, list[str]]:
        with self._lock:
            return {operation: sorted(kinds) for operation, kinds in self._on.items()}

    def apply(self, operation: Operation, status: int, body: Any) -> Any:
        """Return `body` drifted as switched for `operation`."""
        if not self._on:
            return body
        kinds = self._on.get(operation.id) or self._on.get("*")
        schema = self._pin.answer_schema(operation, status) if kinds else None
        return body if schema is None or not kinds else _Drifter(self._pin, kinds).drift(body, schema)


class _Drifter:
    def __init__(self, pin: Pin, kinds: frozenset[DriftKind]) -> None:
        self._pin = pin
        self._kinds = kinds

    def drift(self, value: Any, schema: Any) -> Any:
        parts = self._parts(schema, value)
        if isinstance(value, dict):
            properties = {name: part for one in parts for name, part in one.get("properties", {}).items()}
            required = {name for one in parts for name in one.get("required", ())}
            drifted = {name: self.drift(inner, properties.get(name, {})) for name, inner in value.items()}
            if "nulls" in self._kinds:
                optional = [n for n in drifted if n in properties and n not in required and _scalar(drifted[n])]
                for name in optional[::3]:
                    drifted[name] = None
            if "new_fields" in self._kinds:
                drifted["sandbox_new_field"] = {"since": "a newer contract", "values": [1, "two", None]}
            return drifted
        if isinstance(value, list):
            inner: Any = next((one["items"] for one in parts if "items" in one), {})
            drifted_list = [self.drift(part, inner) for part in value]
            if "new_variants" in self._kinds and self._is_union(inner):
                drifted_list.append({"id": 1, "type": "gift_card", "entity_type": "gift_card", "quantity": 1,
                                     "slug": "kartu-hadiah", "name": "Kartu Hadiah"})  # fmt: skip
            return drifted_list
        if (
            "new_enum_values" in self._kinds
            and isinstance(value, str)
            and any(len(one.get("enum", ())) > 1 for one in parts)
        ):
            return f"{value}_of_a_newer_contract"
        return value

    def _parts(self, schema: Any, value: Any) -> list[dict[str, Any]]:
        """The plain schemas that `value` meets: references followed, the matching branch of a union picked."""
        if not isinstance(schema, dict):
            return []
        _, schema = self._pin.resolve("", schema)
        found = [schema]
        for part in schema.get("allOf", ()):
            found += self._parts(part, value)
        for union in ("oneOf", "anyOf"):
            for part in schema.get(union, ()):
                if self._fits(part, value):
                    found += self._parts(part, value)
                    break
        return found

    def _fits(self, schema: Any, value: Any) -> bool:
        _, schema = self._pin.resolve("", schema)
        if not isinstance(value, dict):
            kind = schema.get("type")
            if kind is None:
                return True
            names = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array"}
            name = names.get(type(value), "null")
            return name in kind or (name == "integer" and "number" in kind)
        if schema.get("type") == "null":
            return False
        for name, part in schema.get("properties", {}).items():
            allowed = part.get("enum") if isinstance(part, dict) else None
            if name in ("type", "entity_type") and allowed and value.get(name) not in allowed:
                return False
        return all(name in value for name in schema.get("required", ()))

    def _is_union(self, schema: Any) -> bool:
        _, schema = self._pin.resolve("", schema)
        return (isinstance(schema, dict) and "discriminator" in schema) or (
            isinstance(schema, dict)
            and len([p for p in schema.get("oneOf", ()) if "properties" in self._pin.resolve("", p)[1]]) > 1
        )


def _scalar(value: Any) -> bool:
    return not isinstance(value, dict | list)
