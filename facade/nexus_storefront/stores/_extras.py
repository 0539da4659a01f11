"""Libraries that only some stores need."""

from importlib import import_module
from typing import Any

from ..errors import MissingExtra


def needs(module: str, extra: str) -> Any:
    """Import a library that belongs to an extra."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtra(f"this store needs {module}: pip install 'nexus-storefront[{extra}]'") from error
