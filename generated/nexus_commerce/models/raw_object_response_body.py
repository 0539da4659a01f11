from __future__ import annotations

from typing import Any, TypeAlias

#: `RawObjectResponseBody` of the contract: an object without fields of its own.
RawObjectResponseBody: TypeAlias = dict[str, Any]
