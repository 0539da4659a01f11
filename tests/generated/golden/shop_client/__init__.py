"""A typed client of the Shop, generated from its contract.

`from nexus_commerce import api` loads nothing yet: `api.<tag>.<operation>`, a module with `sync`, `asyncio` and their
`_detailed` forms, is loaded when it is first asked for, and so is each of `nexus_commerce.models`, the data they exchange.
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import api, errors, models, types
    from .client import Client
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        if name != "Client":
            return import_module(f".{name}", __name__)
        value = globals()[name] = import_module(".client", __name__).Client
        return value


__all__ = ("Client", "api", "errors", "models", "types")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
