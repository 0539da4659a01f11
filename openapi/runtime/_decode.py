"""From JSON to models: what is known of a class is worked out once, and a function made for it that reads quickly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, cast

from ._fields import RESERVED, Renamed

__all__ = ["class_info", "converter", "known_names", "resolve", "taker", "wire_names"]

Convert = Callable[[Any], Any]


class ClassInfo:
    """What is worked out once per class."""

    __slots__ = ("annotations", "names", "takers", "wires")

    def __init__(self, cls: type[Any]) -> None:
        bases = [base for base in cls.__mro__[::-1] if hasattr(base, "_nested")][1:]  # those below `Model`
        self.annotations: dict[str, str] = {name: text for base in bases for name, text in base.__annotations__.items()}
        declared = {name: getattr(cls, name, None) for name in self.annotations}
        self.wires = {name: it.wire if isinstance(it, Renamed) else name for name, it in declared.items()}
        self.names = frozenset(self.wires.values()) - RESERVED
        self.takers: dict[bool, Convert] = {}


_CLASSES: dict[type[Any], ClassInfo] = {}


def class_info(cls: type[Any]) -> ClassInfo:
    return _CLASSES.get(cls) or _CLASSES.setdefault(cls, ClassInfo(cls))


def wire_names(cls: type[Any]) -> dict[str, str]:
    """Name in Python -> name on the wire, in the order of the contract."""
    return class_info(cls).wires


def known_names(cls: type[Any]) -> frozenset[str]:
    """The names that may stand in the instance dictionary."""
    return class_info(cls).names


# --- JSON to models --------------------------------------------------------------------------------------------------


def resolve(name: str) -> Any:
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


def taker(cls: type[Any], copying: bool) -> Convert:
    """A function from a JSON object to a model that takes the object over as its dictionary."""
    takers = class_info(cls).takers
    return takers.get(copying) or takers.setdefault(copying, _new_taker(cls, copying))


def _new_taker(cls: type[Any], copying: bool) -> Convert:
    # Written out as source: a general loop over the fields takes twice the time.
    scope: dict[str, Any] = {"new": object.__new__, "split": _split}
    lines = ["def take(source):", *_lines(cls, "model", "source", copying, scope)]
    for number, (wire, shape) in enumerate(cls._nested.items()):
        inner = resolve(shape) if isinstance(shape, str) else None
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


def _lines(cls: type[Any], model: str, source: str, copying: bool, scope: dict[str, Any]) -> list[str]:
    """The code that makes an empty model and leaves in the JSON object only what the class knows."""
    info = class_info(cls)
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


def _split(model: Any, source: dict[str, Any], names: frozenset[str], rest: Convert | None) -> None:
    extra = {key: source.pop(key) for key in [*source] if key not in names}
    model._extra = extra if rest is None else {key: rest(value) for key, value in extra.items()}


def _object(name: str, copying: bool) -> Convert:
    take: Convert | None = None

    def convert(value: Any) -> Any:
        nonlocal take
        if type(value) is not dict:
            return value
        if take is None:
            take = taker(resolve(name), copying)
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
            takers = {tag: taker(resolve(name), copying) for tag, name in classes.items()}
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
        classes = [(cls, known_names(cls)) for cls in map(resolve, names)]
        ranked = [(len(known & value.keys()), -len(known), cls) for cls, known in classes]
        matches, _, best = max(ranked, key=lambda entry: entry[:2])
        return taker(best, copying)(value) if matches else value

    return convert


def _by_kind(of_object: Convert, of_array: Convert) -> Convert:
    def convert(value: Any) -> Any:
        return of_array(value) if type(value) is list else of_object(value)

    return convert
