from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class OrderAvailableActions(Model):
    """`OrderAvailableActions` of the contract, as it is received."""

    id: str | None | Unset = UNSET
    is_digital_product_present: bool | None | Unset = UNSET
    is_lms_product_present: bool | None | Unset = UNSET
    is_physical_product_present: bool | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    payment_url: str | None | Unset = UNSET
    public_order_url: str | None | Unset = UNSET
