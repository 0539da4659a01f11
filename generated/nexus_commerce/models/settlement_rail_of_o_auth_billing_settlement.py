from typing import Literal, TypeAlias, get_args

SettlementRailOfOAuthBillingSettlement: TypeAlias = Literal["xendit"]

#: The values that the contract knows.
SETTLEMENT_RAIL_OF_O_AUTH_BILLING_SETTLEMENT_VALUES: tuple[SettlementRailOfOAuthBillingSettlement, ...] = get_args(
    SettlementRailOfOAuthBillingSettlement
)
