from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .payment_status_of_order_change_status import PaymentStatusOfOrderChangeStatus
    from .status_of_order_change_status import StatusOfOrderChangeStatus


class OrderChangeStatus(Model):
    """`OrderChangeStatus` of the contract, as it is received."""

    id: str | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    payment_status: PaymentStatusOfOrderChangeStatus | str | None | Unset = UNSET
    payment_url: str | None | Unset = UNSET
    public_order_url: str | None | Unset = UNSET
    status: StatusOfOrderChangeStatus | str | None | Unset = UNSET
