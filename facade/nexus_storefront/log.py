"""The logger of the whole package."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

logger = logging.getLogger("nexus_storefront")
logger.addHandler(logging.NullHandler())


@contextmanager
def harmless(what: str, *kinds: type[Exception], level: int = logging.WARNING) -> Iterator[None]:
    """What fails in this block, with an error of these kinds or any, changes nothing about what was done before: it is
    logged, as `what`. Without its traceback, whose frames may hold what was answered or stored."""
    kinds = kinds or (Exception,)
    try:
        yield
    except kinds as error:
        logger.log(level, "%s: %s", what, type(error).__name__)
