from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .currency_of_o_auth_billing_refund_response_body import CurrencyOfOAuthBillingRefundResponseBody
    from .refund_status_of_o_auth_billing_refund_response_body import RefundStatusOfOAuthBillingRefundResponseBody


class OAuthBillingRefundResponseBody(Model):
    """`OAuthBillingRefundResponseBody` of the contract, as it is received."""

    amount: int | str | None | Unset = UNSET
    billing_charge_id: str | None | Unset = UNSET
    billing_reservation_id: str | None | Unset = UNSET
    currency: CurrencyOfOAuthBillingRefundResponseBody | str | None | Unset = UNSET
    developer_earnings_entry_id: str | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    merchant_volt_transaction_id: str | None | Unset = UNSET
    reason: str | None | Unset = UNSET
    reason_code: str | None | Unset = UNSET
    refund_id: str | None | Unset = UNSET
    refund_status: RefundStatusOfOAuthBillingRefundResponseBody | str | None | Unset = UNSET
