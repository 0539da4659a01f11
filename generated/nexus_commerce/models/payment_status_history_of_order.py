from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .status_of_payment_status_history_of_order import StatusOfPaymentStatusHistoryOfOrder


class PaymentStatusHistoryOfOrder(Model):
    """`PaymentStatusHistoryOfOrder` of the contract, as it is received."""

    by: str | None | Unset = UNSET
    status: StatusOfPaymentStatusHistoryOfOrder | str | None | Unset = UNSET
    time: dt.datetime | str | None | Unset = date_time("time", default=UNSET)
