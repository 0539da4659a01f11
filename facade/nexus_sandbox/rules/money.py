"""How amounts are written: whole rupiah inside, a decimal string on the wire."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any


def decimal_text(rupiah: int) -> str:
    """`125000` → `"125000.00"`."""
    return f"{rupiah}.00"


def whole_rupiah(value: Any) -> int | None:
    """Read an amount a caller sent (string, number or null); None when it is no amount."""
    if value is None or isinstance(value, bool):
        return None
    try:
        return int(Decimal(str(value)))
    except (InvalidOperation, ValueError, OverflowError):
        return None
