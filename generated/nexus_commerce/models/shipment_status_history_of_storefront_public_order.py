from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class ShipmentStatusHistoryOfStorefrontPublicOrder(Model):
    """`ShipmentStatusHistoryOfStorefrontPublicOrder` of the contract, as it is received."""

    description: str | None | Unset = UNSET
    status: str | None | Unset = UNSET
    timestamp_source: str | None | Unset = UNSET
