"""Tracebacks that show which code of this package an error came through, but none of its variables. Pure.

Variables hold what only the shopper should see: an order's secret slug, a name, an address.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing
from functools import wraps
from inspect import isasyncgenfunction, iscoroutinefunction, isfunction, isgeneratorfunction
from types import FrameType, FunctionType, TracebackType
from typing import Any, TypeVar, cast

W = TypeVar("W", bound=Callable[..., Any])

_OURS = ("nexus_storefront", "nexus_commerce")


def bare(error: object) -> None:
    """Replace the frames of this package, in the tracebacks of an error and of its causes, by ones with the same file,
    line and name and no variables.

    Other frames stay as they are, so that a caller can find a function of their own that failed.
    """
    waiting, seen = [error], set[int]()
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            one.__traceback__ = _bare(one.__traceback__)
            waiting += [one.__cause__, one.__context__]
            waiting += one.exceptions if isinstance(one, BaseExceptionGroup) else ()


def _bare(trace: TracebackType | None) -> TracebackType | None:
    steps, after = list[TracebackType](), None
    while trace is not None:
        steps.append(trace)
        trace = trace.tb_next
    for step in reversed(steps):
        frame, at = step.tb_frame, step.tb_lasti
        if str(frame.f_globals.get("__name__")).partition(".")[0] in _OURS:
            frame, at = _without_variables(step), 0
        after = TracebackType(after, frame, at, step.tb_lineno)
    return after


def _nothing() -> Iterator[None]:
    yield


def _without_variables(step: TracebackType) -> FrameType:
    """A frame at the same place, of a generator that never runs. The real one cannot be emptied: it may go on after the
    error."""
    code = step.tb_frame.f_code
    place = _nothing.__code__.replace(
        co_filename=code.co_filename,
        co_name=code.co_name,
        co_qualname=code.co_qualname,
        co_firstlineno=step.tb_lineno or code.co_firstlineno,
    )
    never_begun: Any = FunctionType(place, step.tb_frame.f_globals)()
    return cast("FrameType", never_begun.gi_frame)


def with_bare_errors(work: W) -> W:
    """A function that raises every error `bare`, also an interrupt or a cancellation; or a class whose public methods
    do, and a loop over it."""
    if not isinstance(work, type):
        return cast("W", _wrapped(work, _without_entry))
    for name, method in list(vars(work).items()):
        public = not name.startswith("_") or name in ("__iter__", "__aiter__")
        if isfunction(method) and public and method.__globals__ is not globals():
            setattr(work, name, _wrapped(method, _without_entry))
    return cast("W", work)


def frameless(work: W) -> W:
    """A function whose errors, cancellation included, come without the frames below it and without their causes: these
    have variables that hold secrets."""
    return cast("W", _wrapped(work, _without_frames))


def _wrapped(work: Callable[..., Any], clean: Callable[[BaseException], None]) -> Callable[..., Any]:
    """`work`, each of whose errors goes through `clean` before it is raised on."""

    async def coroutine(*args: Any, **more: Any) -> Any:
        try:
            return await work(*args, **more)
        except BaseException as error:
            clean(error)
            raise

    async def async_generator(*args: Any, **more: Any) -> AsyncIterator[Any]:
        try:
            async with aclosing(work(*args, **more)) as steps:
                async for step in steps:
                    yield step
        except BaseException as error:
            clean(error)
            raise

    def generator(*args: Any, **more: Any) -> Iterator[Any]:
        try:
            yield from work(*args, **more)
        except BaseException as error:
            clean(error)
            raise

    def function(*args: Any, **more: Any) -> Any:
        try:
            return work(*args, **more)
        except BaseException as error:
            clean(error)
            raise

    kinds = {iscoroutinefunction: coroutine, isasyncgenfunction: async_generator, isgeneratorfunction: generator}
    return wraps(work)(next((call for is_one, call in kinds.items() if is_one(work)), function))


def _without_entry(error: BaseException) -> None:
    """Make an error `bare`, without the frame of `_wrapped`."""
    error.__traceback__ = error.__traceback__ and error.__traceback__.tb_next
    bare(error)


def _without_frames(error: BaseException) -> None:
    error.__traceback__ = error.__context__ = error.__cause__ = None
