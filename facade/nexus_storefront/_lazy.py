"""Packages whose names are imported when they are first used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module

__all__ = ["lazy_names"]


def lazy_names(
    package: str, homes: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """A package's `__getattr__` and `__dir__` for the names of its modules (`homes`: module to names)."""
    where = {name: module for module, names in homes.items() for name in names}

    def find(name: str) -> object:
        if name == "__all__":
            return sorted(where)  # asked for by `import *`, where the package has no list of its own
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(f".{where[name]}", package), name)
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        there = vars(sys.modules[package])
        return list(there["__all__"]) if "__all__" in there else sorted({*there, *where})

    return find, names
