from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .settlement_rail_of_o_auth_billing_settlement import SettlementRailOfOAuthBillingSettlement


class OAuthBillingSettlement(Model):
    """`OAuthBillingSettlement` of the contract, as it is received."""

    amount: int | str | None | Unset = UNSET
    balance_after: int | str | None | Unset = UNSET
    balance_before: int | str | None | Unset = UNSET
    business_id: int | str | None | Unset = UNSET
    currency: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    id: str | None | Unset = UNSET
    metadata: dict[str, Any] | None | Unset = UNSET
    settlement_rail: SettlementRailOfOAuthBillingSettlement | str | None | Unset = UNSET
    status: str | None | Unset = UNSET
    timestamp: dt.datetime | str | None | Unset = date_time("timestamp", default=UNSET)
    xendit_transfer_id: str | None | Unset = UNSET
