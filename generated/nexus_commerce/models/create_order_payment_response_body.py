"""`CreateOrderPaymentResponseBody` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    pass


CreateOrderPaymentResponseBody: TypeAlias = "dict[str, Any]"
