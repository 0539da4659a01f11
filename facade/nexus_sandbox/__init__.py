"""An embedded store that answers as Nexus Commerce v3 does, keeps state, and misbehaves on command.

Needs the `sandbox` extra: `pip install nexus-storefront[sandbox]`.
"""

from __future__ import annotations

try:
    from .control import Control
    from .faults import Fault
    from .sandbox import Sandbox
    from .settings import Settings
except ModuleNotFoundError as error:
    if error.name in {"jsonschema_rs", "starlette", "uvicorn"}:
        raise ModuleNotFoundError(
            f"nexus_sandbox needs {error.name}: install nexus-storefront[sandbox]", name=error.name
        ) from error
    raise

__all__ = ["Control", "Fault", "Sandbox", "Settings"]
