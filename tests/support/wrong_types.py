"""Calls with every parameter of a wrong type in turn: only typed errors may come of it."""

import inspect
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from nexus_storefront.errors import StorefrontError

WRONG: list[Any] = [None, "", "x\u200b", b"x", 0, -1, 5.5, True, [], ["x"], {}, {"x": 1}, object(), lambda *a, **k: 1]


def called(module: Any, records: Iterable[str] = ()) -> list[str]:
    """The public names of a module that are called; `records` are only handed out."""
    return sorted(n for n in dir(module) if n[0] != "_" and callable(getattr(module, n)) and n not in {*records})


def calls(function: Any) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Each parameter wrong in turn, by name; then everything wrong at once."""
    parameters = [
        p for p in inspect.signature(function).parameters.values() if p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)
    ]
    needed = [p for p in parameters if p.default is p.empty]
    for wrong in WRONG:
        yield (
            tuple(wrong for p in needed if p.kind is not p.KEYWORD_ONLY),
            {p.name: wrong for p in needed if p.kind is p.KEYWORD_ONLY},
        )
        for parameter in parameters:
            named = {p.name: wrong for p in needed}
            yield (), named | {parameter.name: wrong}


def tried(function: Any) -> None:
    for arguments, named in calls(function):
        try:
            function(*arguments, **named)
        except StorefrontError:
            pass
        except Exception as error:
            pytest.fail(f"{function} {arguments} {named}: {error!r}")
