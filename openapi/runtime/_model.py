"""What all models share: tolerant, lossless reading of JSON, and writing it back.

The instance dictionary of a model *is* the decoded JSON object, by the names on the wire; only nested objects are
turned into models. Scalars stay as they came, date-times are read on access, and keys that the contract does not know
move to `additional_properties`, so that no key can hide a method.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from importlib import import_module
from typing import Any, ClassVar, Self, cast, dataclass_transform, get_args

from .types import UNSET

__all__ = [
    "Model", "converter", "date_only", "date_time", "dump", "read_date", "read_date_time", "renamed", "wire_names",
]  # fmt: skip

Convert = Callable[[Any], Any]


class _Renamed:
    """A field whose name in Python is not its name on the wire."""

    __slots__ = ("_hidden", "wire")

    def __init__(self, wire: str) -> None:
        self.wire = wire

    def __set_name__(self, owner: type[Model], name: str) -> None:
        self._hidden = self.wire in _RESERVED

    def _place(self, model: Model) -> dict[str, Any]:
        return model.additional_properties if self._hidden else model.__dict__

    def __get__(self, model: Model | None, owner: type[Model]) -> Any:
        return self if model is None else self._read(self._place(model).get(self.wire, UNSET))

    def __set__(self, model: Model, value: Any) -> None:
        self._place(model)[self.wire] = value

    def __delete__(self, model: Model) -> None:
        self._place(model).pop(self.wire, None)

    def _read(self, value: Any) -> Any:
        return value


class _DateTime(_Renamed):
    """A date-time, read on access: the text itself is kept, so that nothing is lost on the way back."""

    __slots__ = ()

    def _read(self, value: Any) -> Any:
        return read_date_time(value) if type(value) is str else value


class _Date(_Renamed):
    __slots__ = ()

    def _read(self, value: Any) -> Any:
        return read_date(value) if type(value) is str else value


def read_date_time(text: str) -> datetime | str:
    """A date-time of any ISO shape; what cannot be read stays as it is."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return _other_iso_shape(text)


def read_date(text: str) -> date | str:
    """A date; what cannot be read stays as it is."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


@lru_cache(maxsize=1024)
def _other_iso_shape(text: str) -> datetime | str:
    from dateutil.parser import isoparse

    try:
        return isoparse(text)
    except (ValueError, OverflowError):
        return text


def renamed(wire: str, *, default: Any = UNSET) -> Any:
    """A field called `wire` in JSON. Only type checkers read `default`: with it the keyword is optional."""
    return _Renamed(wire)


def date_time(wire: str, *, default: Any = UNSET) -> Any:
    """A date-time field called `wire` in JSON."""
    return _DateTime(wire)


def date_only(wire: str, *, default: Any = UNSET) -> Any:
    """A date field called `wire` in JSON."""
    return _Date(wire)


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
        return cast(Self, _taker(cls, True)(src_dict))

    @classmethod
    def from_json(cls, text: bytes | str, /) -> Self:
        """A model of a JSON text. Raises ValueError if it is not JSON or not an object."""
        value = json.loads(text)
        if type(value) is not dict:
            raise ValueError(f"{cls.__name__} is a JSON object, this is another JSON value")
        return cast(Self, _taker(cls, False)(value))

    def to_dict(self) -> dict[str, Any]:
        """The JSON object: exactly what came, or what was built and set since. Nothing in it is shared."""
        names = _names(type(self))
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
        info = _class(type(self))
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
            return "".join(f"\n  {entry}" for entry in value)
        return "-" if value is None or value is UNSET else str(value)


_RESERVED = frozenset(dir(Model))


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
        if parts[0] in import_module(".models", __package__).__all__ and value in get_args(_resolve(parts[0])):
            return repr(value)
        return "<text>"
    return f"<{type(value).__name__}>"


# --- the fields of a class -------------------------------------------------------------------------------------------


class _Class:
    """What is worked out once per class."""

    __slots__ = ("annotations", "names", "takers", "wires")

    def __init__(self, cls: type[Model]) -> None:
        bases = [base for base in cls.__mro__[::-1] if issubclass(base, Model) and base is not Model]
        self.annotations: dict[str, str] = {name: text for base in bases for name, text in base.__annotations__.items()}
        declared = {name: getattr(cls, name, None) for name in self.annotations}
        self.wires = {name: it.wire if isinstance(it, _Renamed) else name for name, it in declared.items()}
        self.names = frozenset(self.wires.values()) - _RESERVED
        self.takers: dict[bool, Convert] = {}


_CLASSES: dict[type[Model], _Class] = {}


def _class(cls: type[Model]) -> _Class:
    return _CLASSES.get(cls) or _CLASSES.setdefault(cls, _Class(cls))


def wire_names(cls: type[Model]) -> dict[str, str]:
    """Name in Python -> name on the wire, in the order of the contract."""
    return _class(cls).wires


def _names(cls: type[Model]) -> frozenset[str]:
    """The names that may stand in the instance dictionary."""
    return _class(cls).names


# --- JSON to models --------------------------------------------------------------------------------------------------


def _resolve(name: str) -> Any:
    return getattr(import_module(".models", __package__), name)


def converter(shape: Any, copying: bool = False) -> Convert:
    """A function from a decoded JSON value to models. It never raises, and leaves what it does not expect as it is.

    Shapes: ``"Name"`` (an object), ``[s]`` (an array), ``{"*": s}`` (a map), ``("tag", key, {value: name})`` (objects
    told apart by a value), ``("keys", name, ...)`` (by their keys), ``("kind", s, s)`` (an object or an array).
    `copying`: the JSON value belongs to someone else, so objects are copied before they become a model's dictionary.
    """
    if isinstance(shape, str):
        return _object(shape, copying)
    if isinstance(shape, list):
        return _array(shape[0], copying)
    if isinstance(shape, dict):
        return _map(converter(shape["*"], copying))
    if shape[0] == "tag":
        return _tagged(shape[1], shape[2], copying)
    if shape[0] == "keys":
        return _by_keys(shape[1:], copying)
    return _by_kind(converter(shape[1], copying), converter(shape[2], copying))


def _taker(cls: type[Model], copying: bool) -> Convert:
    """A function from a JSON object to a model that takes the object over as its dictionary."""
    takers = _class(cls).takers
    return takers.get(copying) or takers.setdefault(copying, _new_taker(cls, copying))


def _new_taker(cls: type[Model], copying: bool) -> Convert:
    # Written out as source: a general loop over the fields takes twice the time.
    scope: dict[str, Any] = {"new": object.__new__, "split": _split}
    lines = ["def take(source):", *_lines(cls, "model", "source", copying, scope)]
    for number, (wire, shape) in enumerate(cls._nested.items()):
        inner = _resolve(shape) if isinstance(shape, str) else None
        if inner is not None and not inner._nested:
            lines += [
                f"    value{number} = source.get({wire!r})",
                f"    if type(value{number}) is dict:",
                *(f"    {line}" for line in _lines(inner, f"model{number}", f"value{number}", copying, scope)),
                f"        model{number}.__dict__ = value{number}",
                f"        source[{wire!r}] = model{number}",
            ]
        else:
            scope[f"convert{number}"] = converter(shape, copying)
            lines += [
                f"    if {wire!r} in source:",
                f"        source[{wire!r}] = convert{number}(source[{wire!r}])",
            ]
    lines += ["    model.__dict__ = source", "    return model"]
    exec("\n".join(lines), scope)  # noqa: S102  # names and literals of the generated package only
    return cast(Convert, scope["take"])


def _lines(cls: type[Model], model: str, source: str, copying: bool, scope: dict[str, Any]) -> list[str]:
    """The code that makes an empty model and leaves in the JSON object only what the class knows."""
    info = _class(cls)
    rest = None if cls._rest is None else converter(cls._rest, copying)
    scope[f"{model}_class"] = cls
    scope[f"{model}_known"] = info.names.issuperset
    scope[f"{model}_parts"] = (info.names, rest)
    return [
        *([f"    {source} = dict({source})"] if copying else []),
        f"    {model} = new({model}_class)",
        f"    if not {model}_known({source}):",
        f"        split({model}, {source}, *{model}_parts)",
    ]


def _split(model: Model, source: dict[str, Any], names: frozenset[str], rest: Convert | None) -> None:
    extra = {key: source.pop(key) for key in [*source] if key not in names}
    model._extra = extra if rest is None else {key: rest(value) for key, value in extra.items()}


def _object(name: str, copying: bool) -> Convert:
    take: Convert | None = None

    def convert(value: Any) -> Any:
        nonlocal take
        if type(value) is not dict:
            return value
        if take is None:
            take = _taker(_resolve(name), copying)
        return take(value)

    return convert


def _array(shape: Any, copying: bool) -> Convert:
    if isinstance(shape, tuple) and shape[0] == "tag":
        return _array_of_tagged(shape[1], shape[2], copying)
    convert_item = converter(shape, copying)

    def convert(value: Any) -> Any:
        return [convert_item(item) for item in value] if type(value) is list else value

    return convert


def _array_of_tagged(key: str, classes: Mapping[Any, str], copying: bool) -> Convert:
    # The long lists of the contract are of this kind: one call less per item.
    takers: dict[Any, Convert] = {}

    def convert(value: Any) -> Any:
        nonlocal takers
        if type(value) is not list:
            return value
        if not takers:
            takers = {tag: _taker(_resolve(name), copying) for tag, name in classes.items()}
        result = []
        for item in value:
            try:
                take = takers[item[key]]
            except (KeyError, TypeError):  # a variant added later, or no object at all
                result.append(item)
            else:
                result.append(take(item))
        return result

    return convert


def _map(convert_item: Convert) -> Convert:
    def convert(value: Any) -> Any:
        return {key: convert_item(item) for key, item in value.items()} if type(value) is dict else value

    return convert


def _tagged(key: str, classes: Mapping[Any, str], copying: bool) -> Convert:
    convert_all = _array_of_tagged(key, classes, copying)
    return lambda value: convert_all([value])[0]


def _by_keys(names: tuple[str, ...], copying: bool) -> Convert:
    def convert(value: Any) -> Any:
        if type(value) is not dict:
            return value
        # The class that knows most of the keys; of two, the one that misses fewer.
        classes = [(cls, _names(cls)) for cls in map(_resolve, names)]
        ranked = [(len(known & value.keys()), -len(known), cls) for cls, known in classes]
        matches, _, best = max(ranked, key=lambda entry: entry[:2])
        return _taker(best, copying)(value) if matches else value

    return convert


def _by_kind(of_object: Convert, of_array: Convert) -> Convert:
    def convert(value: Any) -> Any:
        return of_array(value) if type(value) is list else of_object(value)

    return convert


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
