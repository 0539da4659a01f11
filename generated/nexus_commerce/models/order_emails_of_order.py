from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .status_history_of_order_emails_of_order import StatusHistoryOfOrderEmailsOfOrder


class OrderEmailsOfOrder(Model):
    """`OrderEmailsOfOrder` of the contract, as it is received."""

    from_: str | None | Unset = renamed("from", default=UNSET)
    id: int | str | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    message_id: str | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    status: str | None | Unset = UNSET
    status_history: list[StatusHistoryOfOrderEmailsOfOrder] | None | Unset = UNSET
    subject: str | None | Unset = UNSET
    to: str | None | Unset = UNSET
    type_: str | None | Unset = renamed("type", default=UNSET)
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)

    _nested = {"status_history": ["StatusHistoryOfOrderEmailsOfOrder"]}
