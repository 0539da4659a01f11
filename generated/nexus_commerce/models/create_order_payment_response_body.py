from __future__ import annotations

from typing import Any, TypeAlias

#: `CreateOrderPaymentResponseBody` of the contract: an object without fields of its own.
CreateOrderPaymentResponseBody: TypeAlias = dict[str, Any]
