"""Packages whose names are imported when they are first used, and attributes that are made then."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any, TypeVar

T = TypeVar("T")


class MadeOnce(cached_property[T]):
    """An attribute that is made when it is first used; of two threads that make it at once, both get the first one.
    Without a lock, as its base has until Python 3.12: a fork could leave that taken for ever."""

    def __get__(self, of: Any, owner: object = None) -> T:  # type: ignore[override]
        made: Any = self if of is None else vars(of).setdefault(self.attrname, self.func(of))
        return made  # type: ignore[no-any-return]


def lazy_names(package: str) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of the package that calls this: its names are those it imports for type checkers.

    To learn them, its module is run once more, with `TYPE_CHECKING` true and with an `__import__` that imports nothing
    and gives for every name the module that has it. A star stands for a module's `__all__`, or else the classes that it
    defines: that module is imported, but only when a name is found nowhere else.
    """
    module, code = sys.modules[package], sys._getframe(1).f_code
    own = {*vars(module)}

    @cache
    def places(stars: bool = True) -> Mapping[str, tuple[str, str]]:
        def noted(name: str, _globals: Any, _locals: Any, names: Sequence[str] | None = None, level: int = 0) -> object:
            if not names:  # `import name` is not in such a module, but added by what rewrites modules, as pytest does
                return __import__(name)
            where, exported = "." * level + name, names
            if "*" in names:
                exported = _public(import_module(where, package)) if stars else ()
            return SimpleNamespace(__all__=exported, **{each: (where, each) for each in exported})

        found: dict[str, tuple[str, str]] = {}
        exec(code, {"__builtins__": {"__import__": noted}}, found)  # noqa: S102 - the package's own module
        public = (name for name in found if name not in own and (name[0] != "_" or name.endswith("__")))
        return {name: found[name] for name in public}

    def find(name: str) -> object:
        if name == "__all__":
            return sorted(places())
        found = places(stars=False).get(name) or places().get(name)
        if found is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        where, called = found
        value: object = getattr(import_module(where, package), called)
        setattr(module, name, value)
        return value

    return find, lambda: sorted(places())


def _public(module: ModuleType) -> Sequence[str]:
    """The names that a star import of a module stands for."""
    classes = (each for each in vars(module).values() if isinstance(each, type) and each.__module__ == module.__name__)
    return getattr(module, "__all__", None) or [each.__name__ for each in classes]
