from typing import Literal, TypeAlias, get_args

ParameterOfOAuthBillingEntryTypeQuery: TypeAlias = Literal["accrual", "adjustment", "withdrawal"]

#: The values that the contract knows.
PARAMETER_OF_O_AUTH_BILLING_ENTRY_TYPE_QUERY_VALUES: tuple[ParameterOfOAuthBillingEntryTypeQuery, ...] = get_args(
    ParameterOfOAuthBillingEntryTypeQuery
)
