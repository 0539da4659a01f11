"""What all models share: tolerant, lossless reading of JSON, and writing it back.

The instance dictionary of a model *is* the decoded JSON object, by the names on the wire; only nested objects are
turned into models. Scalars stay as they came, date-times are read on access, and keys that the contract does not know
move to `additional_properties`, so that no key can hide a method.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from textwrap import indent
from typing import Any, ClassVar, Self, cast, dataclass_transform, get_args

from ._decode import class_info, converter, known_names, resolve, taker, wire_names
from ._fields import RESERVED, date_only, date_time, read_date, read_date_time, renamed
from .types import UNSET

__all__ = [
    "Model", "converter", "date_only", "date_time", "dump", "read_date", "read_date_time", "renamed", "wire_names",
]  # fmt: skip


@dataclass_transform(kw_only_default=True, field_specifiers=(renamed, date_time, date_only))
class Model:
    """Base of all models: one attribute per field of the contract, `UNSET` where the field is absent."""

    __slots__ = ("__dict__", "__weakref__", "_extra")

    #: wire name -> how to convert it; see `converter`
    _nested: ClassVar[Mapping[str, Any]] = {}
    #: how to convert the values of fields that the contract does not name
    _rest: ClassVar[Any] = None
    #: keywords that the constructor must get
    _required: ClassVar[tuple[str, ...]] = ()
    #: what an object must satisfy before it is sent; see `_check.py`
    _rules: ClassVar[Mapping[str, Any]] = {}
    #: what `print` shows, as a format of fields; None for what not everybody may see
    _printed: ClassVar[str | None] = None

    def __init_subclass__(cls) -> None:
        for name in cls._required:
            if name not in cls.__dict__:
                setattr(cls, name, UNSET)

    def __init__(self, /, **fields: Any) -> None:
        wires = wire_names(type(self))
        for name, value in fields.items():
            if name not in wires:
                raise TypeError(f"{type(self).__name__}() got an unexpected keyword argument {name!r}")
            if value is not UNSET:
                setattr(self, name, value)
        missing = [name for name in self._required if name not in fields]
        if missing:
            raise TypeError(f"{type(self).__name__}() is missing the keyword arguments {', '.join(map(repr, missing))}")

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any], /) -> Self:
        """A model of a decoded JSON object. The object is copied where models replace parts of it, never changed."""
        if not isinstance(src_dict, Mapping):
            raise TypeError(f"{cls.__name__}.from_dict() takes a mapping, not {type(src_dict).__name__}")
        return cast(Self, taker(cls, True)(src_dict))

    @classmethod
    def from_json(cls, text: bytes | str, /) -> Self:
        """A model of a JSON text. Raises ValueError if it is not JSON or not an object."""
        value = json.loads(text)
        if type(value) is not dict:
            raise ValueError(f"{cls.__name__} is a JSON object, this is another JSON value")
        return cast(Self, taker(cls, False)(value))

    def to_dict(self) -> dict[str, Any]:
        """The JSON object: exactly what came, or what was built and set since. Nothing in it is shared."""
        names = known_names(type(self))
        result: dict[str, Any] = {}
        for wire, value in self.__dict__.items():
            if wire not in names:
                raise AttributeError(
                    f"{type(self).__name__} has no field {wire!r}: put what the contract lacks in additional_properties"
                )
            if value is not UNSET:
                result[wire] = dump(value)
        for key, value in self._known_extra().items():
            if key in names:
                raise AttributeError(f"additional_properties of {type(self).__name__} holds its field {key!r}")
            if value is not UNSET:
                result[key] = dump(value)
        return result

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The fields that the contract does not name, by their names on the wire."""
        try:
            return self._extra
        except AttributeError:
            self._extra: dict[str, Any] = {}
            return self._extra

    @additional_properties.setter
    def additional_properties(self, value: dict[str, Any]) -> None:
        self._extra = value

    def _known_extra(self) -> Mapping[str, Any]:
        try:
            return self._extra
        except AttributeError:
            return {}

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    def __copy__(self) -> Self:
        new = type(self).__new__(type(self))
        new.__dict__.update(self.__dict__)
        if extra := self._known_extra():
            new._extra = dict(extra)
        return new

    def __reduce__(self) -> tuple[Any, ...]:
        # By its JSON, so that a pickle outlives a change of the class.
        return type(self).from_dict, (self.to_dict(),)

    def __dir__(self) -> list[str]:
        return sorted({*dir(type(self)), *wire_names(type(self))} - {"_extra"})

    def __repr__(self) -> str:
        """Numbers, flags, times and known enum values; text is left out, as it may be personal or a secret."""
        info = class_info(type(self))
        shown = []
        for name, wire in info.wires.items():
            value = self.__dict__.get(wire, UNSET)
            if value is not UNSET:
                shown.append(f"{name}={_show(value, info.annotations[name])}")
        if extra := self._known_extra():
            shown.append(f"additional_properties=<{len(extra)} keys>")
        return f"{type(self).__name__}({', '.join(shown)})"

    def __str__(self) -> str:
        """The fields that everybody may see, where the class says which; else the `repr`."""
        return repr(self) if self._printed is None else self._printed.format_map(_Printed(self))


class _Printed(dict[str, str]):
    """The fields of a model as text: absent ones as "-", a list as lines below."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def __missing__(self, name: str) -> str:
        value = getattr(self._model, name)
        if isinstance(value, (list, tuple)):
            return "".join("\n" + indent(str(entry), "  ") for entry in value)
        return "-" if value is None or value is UNSET else str(value)


RESERVED.update(dir(Model))


def _show(value: Any, annotation: str) -> str:
    if value is None or isinstance(value, bool | Model | datetime | date):
        return repr(value)
    if isinstance(value, (list, tuple)):
        return f"<{len(value)} items>"
    if isinstance(value, dict):
        return f"<{len(value)} keys>"
    parts = annotation.split(" | ")
    if isinstance(value, (int, float)):
        return repr(value) if {"int", "float"} & set(parts) else "<number>"
    if isinstance(value, str):
        if "dt.datetime" in parts or "dt.date" in parts:
            return repr(value)
        if parts[0] in import_module(".models", __package__).__all__ and value in get_args(resolve(parts[0])):
            return repr(value)
        return "<text>"
    return f"<{type(value).__name__}>"


# --- models to JSON --------------------------------------------------------------------------------------------------


_SCALARS = frozenset((str, int, float, bool, type(None)))


def dump(value: Any) -> Any:
    """The JSON value of a model, or of anything made of models and JSON values."""
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind is dict:  # a look at the class is cheaper than one at what it is derived from
        return {key: item if type(item) in _SCALARS else dump(item) for key, item in value.items() if item is not UNSET}
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, (list, tuple)):
        return [dump(item) for item in value]
    if isinstance(value, Mapping):
        return {key: dump(item) for key, item in value.items() if item is not UNSET}
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
