from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .currency_of_latest_renewal_invoice_of_subscription_detail import (
        CurrencyOfLatestRenewalInvoiceOfSubscriptionDetail,
    )
    from .status_of_latest_renewal_invoice_of_subscription_detail import (
        StatusOfLatestRenewalInvoiceOfSubscriptionDetail,
    )


class LatestRenewalInvoiceOfSubscriptionDetail(Model):
    """`LatestRenewalInvoiceOfSubscriptionDetail` of the contract, as it is received."""

    amount: str | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    currency: CurrencyOfLatestRenewalInvoiceOfSubscriptionDetail | str | None | Unset = UNSET
    due_date: dt.datetime | str | None | Unset = date_time("due_date", default=UNSET)
    id: str | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    paid_at: dt.datetime | str | None | Unset = date_time("paid_at", default=UNSET)
    status: StatusOfLatestRenewalInvoiceOfSubscriptionDetail | str | None | Unset = UNSET
