from typing import Literal, TypeAlias, get_args

StatusOfLatestRenewalInvoiceOfSubscriptionDetail: TypeAlias = Literal[
    "canceled", "completed", "confirmed", "failed", "pending", "replaced", "scheduled"
]

#: The values that the contract knows.
STATUS_OF_LATEST_RENEWAL_INVOICE_OF_SUBSCRIPTION_DETAIL_VALUES: tuple[
    StatusOfLatestRenewalInvoiceOfSubscriptionDetail, ...
] = get_args(StatusOfLatestRenewalInvoiceOfSubscriptionDetail)
