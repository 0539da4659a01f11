from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .settlement_rail_of_o_auth_billing_withdrawal_request import SettlementRailOfOAuthBillingWithdrawalRequest


class OAuthBillingWithdrawalRequest(Model):
    """`OAuthBillingWithdrawalRequest` of the contract, only ever sent."""

    amount: int
    settlement_rail: SettlementRailOfOAuthBillingWithdrawalRequest | Unset = UNSET

    _required = ("amount",)
    _rules = {
        "type": ["object"],
        "properties": {
            "amount": {"type": ["integer"], "minimum": 1},
            "settlement_rail": {"type": ["string"], "enum": ["xendit"]},
        },
        "required": ["amount"],
        "additionalProperties": False,
    }
