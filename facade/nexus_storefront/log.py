"""The logger of the whole package."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

logger = logging.getLogger("nexus_storefront")
logger.addHandler(logging.NullHandler())


def _log(level: int, told: object, arguments: Any, *, stacklevel: int = 1, **more: Any) -> None:
    """A log that fails, by a filter of its owner's say, changes nothing about what it was to be told."""
    with suppress(Exception):
        # one step further out, so that a record names the line that tells it
        logging.Logger._log(logger, level, told, arguments, stacklevel=stacklevel + 1, **more)


logger._log = _log  # type: ignore[method-assign, assignment]


@contextmanager
def harmless(what: str, *kinds: type[Exception], level: int = logging.WARNING) -> Iterator[None]:
    """A block whose errors, of these kinds or of any, are logged as `what` and go no further: they change nothing about
    what was done before. Without a traceback, whose frames may hold what was answered or stored."""
    kinds = kinds or (Exception,)
    try:
        yield
    except kinds as error:
        logger.log(level, "%s: %s", what, type(error).__name__)
