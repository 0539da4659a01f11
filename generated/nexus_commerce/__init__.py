"""A typed client of the Nexus Commerce API, generated from its contract.

`from nexus_commerce import api` loads nothing yet: `api.<tag>.<operation>`, a module with `sync`, `asyncio` and their
`_detailed` forms, is loaded when it is first asked for, and so is each of `nexus_commerce.models`, the data they exchange.
`paginate` and `apaginate` go through a list that comes in pages.
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import api, errors, models, types
    from .client import Client
    from .paging import apaginate, paginate
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        if name not in _MEMBERS:
            return import_module(f".{name}", __name__)
        value = globals()[name] = getattr(import_module(_MEMBERS[name], __name__), name)
        return value


__all__ = ("Client", "apaginate", "api", "errors", "models", "paginate", "types")

_MEMBERS = {"Client": ".client", "apaginate": ".paging", "paginate": ".paging"}


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
