from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .payment_status_of_order_mark_not_spam import PaymentStatusOfOrderMarkNotSpam
    from .status_of_order_mark_not_spam import StatusOfOrderMarkNotSpam


class OrderMarkNotSpam(Model):
    """`OrderMarkNotSpam` of the contract, as it is received."""

    id: str | None | Unset = UNSET
    is_probably_spam: bool | None | Unset = UNSET
    mark_as_spam_by: str | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    payment_status: PaymentStatusOfOrderMarkNotSpam | str | None | Unset = UNSET
    payment_url: str | None | Unset = UNSET
    public_order_url: str | None | Unset = UNSET
    status: StatusOfOrderMarkNotSpam | str | None | Unset = UNSET
