from typing import Literal, TypeAlias, get_args

SettlementRailOfOAuthBillingWithdrawalRequest: TypeAlias = Literal["xendit"]

#: The values that the contract knows.
SETTLEMENT_RAIL_OF_O_AUTH_BILLING_WITHDRAWAL_REQUEST_VALUES: tuple[
    SettlementRailOfOAuthBillingWithdrawalRequest, ...
] = get_args(SettlementRailOfOAuthBillingWithdrawalRequest)
