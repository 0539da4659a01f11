"""`LabelsOfOrderRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TypeAlias

LabelsOfOrderRequest: TypeAlias = dict[str, str]
