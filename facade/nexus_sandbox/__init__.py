"""An embedded store that answers as Nexus Commerce v3 does, keeps state, and misbehaves on command.

Needs the `sandbox` extra: `pip install nexus-storefront[sandbox]`. Nothing is imported before it is asked for, because
the pytest plugin of this package is loaded by every test run.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .clock import Clock
    from .control.hand import Control
    from .control.remote import RemoteControl
    from .faults import Fault, FaultKind
    from .sandbox import Sandbox
    from .settings import Settings

__all__ = ["Clock", "Control", "Fault", "FaultKind", "RemoteControl", "Sandbox", "Settings"]

_HOMES = {
    "Clock": "clock",
    "Control": "control.hand",
    "Fault": "faults",
    "FaultKind": "faults",
    "RemoteControl": "control.remote",
    "Sandbox": "sandbox",
    "Settings": "settings",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        value = getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
    except ModuleNotFoundError as error:
        package = (error.name or "").split(".")[0]
        if package in {"jsonschema_rs", "starlette", "uvicorn", "h11"}:
            raise ModuleNotFoundError(
                f"nexus_sandbox needs {package}: install nexus-storefront[sandbox]", name=package
            ) from error
        raise
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
