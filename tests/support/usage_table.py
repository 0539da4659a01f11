"""The table of what the facade uses, as it is committed."""

from __future__ import annotations

from pathlib import Path

from _drift.usage import load_usage

USAGE = load_usage(Path(__file__).parents[2] / "openapi" / "facade_usage.json")
OPERATIONS = frozenset(row.operation_id for row in USAGE.rows)
"""Every operation that a method of the facade calls."""
