"""The logger of the whole package."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

logger = logging.getLogger("nexus_storefront")
logger.addHandler(logging.NullHandler())


@contextmanager
def harmless(what: str, kind: type[Exception] = Exception) -> Iterator[None]:
    """What fails in this block, with an error of this kind, changes nothing about what was done before: it is logged,
    as `what`. Without its traceback, whose frames may hold what was answered or stored."""
    try:
        yield
    except kind as error:
        logger.warning("%s: %s", what, type(error).__name__)
