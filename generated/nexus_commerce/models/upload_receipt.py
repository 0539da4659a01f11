from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class UploadReceipt(Model):
    """`UploadReceipt` of the contract, as it is received."""

    id: str | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    payment_url: str | None | Unset = UNSET
    public_order_url: str | None | Unset = UNSET
    shipment_receipt: str | None | Unset = UNSET
