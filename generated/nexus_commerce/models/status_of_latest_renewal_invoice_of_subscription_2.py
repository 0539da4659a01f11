from typing import Literal, TypeAlias, get_args

StatusOfLatestRenewalInvoiceOfSubscription2: TypeAlias = Literal[
    "canceled", "completed", "confirmed", "failed", "pending", "replaced", "scheduled"
]

#: The values that the contract knows.
STATUS_OF_LATEST_RENEWAL_INVOICE_OF_SUBSCRIPTION_2_VALUES: tuple[StatusOfLatestRenewalInvoiceOfSubscription2, ...] = (
    get_args(StatusOfLatestRenewalInvoiceOfSubscription2)
)
