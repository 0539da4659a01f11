from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .payment_status_of_success_of_upload_orders import PaymentStatusOfSuccessOfUploadOrders
    from .status_of_success_of_upload_orders import StatusOfSuccessOfUploadOrders


class SuccessOfUploadOrders(Model):
    """`SuccessOfUploadOrders` of the contract, as it is received."""

    external_id: str | None | Unset = UNSET
    id: str | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    payment_status: PaymentStatusOfSuccessOfUploadOrders | str | None | Unset = UNSET
    payment_url: str | None | Unset = UNSET
    public_order_url: str | None | Unset = UNSET
    status: StatusOfSuccessOfUploadOrders | str | None | Unset = UNSET
