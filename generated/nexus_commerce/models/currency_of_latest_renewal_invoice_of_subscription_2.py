from typing import Literal, TypeAlias, get_args

CurrencyOfLatestRenewalInvoiceOfSubscription2: TypeAlias = Literal["IDR", "USD"]

#: The values that the contract knows.
CURRENCY_OF_LATEST_RENEWAL_INVOICE_OF_SUBSCRIPTION_2_VALUES: tuple[
    CurrencyOfLatestRenewalInvoiceOfSubscription2, ...
] = get_args(CurrencyOfLatestRenewalInvoiceOfSubscription2)
