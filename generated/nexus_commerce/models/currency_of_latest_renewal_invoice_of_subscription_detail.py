from typing import Literal, TypeAlias, get_args

CurrencyOfLatestRenewalInvoiceOfSubscriptionDetail: TypeAlias = Literal["IDR", "USD"]

#: The values that the contract knows.
CURRENCY_OF_LATEST_RENEWAL_INVOICE_OF_SUBSCRIPTION_DETAIL_VALUES: tuple[
    CurrencyOfLatestRenewalInvoiceOfSubscriptionDetail, ...
] = get_args(CurrencyOfLatestRenewalInvoiceOfSubscriptionDetail)
