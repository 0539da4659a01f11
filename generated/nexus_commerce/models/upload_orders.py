from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .failed_of_upload_orders import FailedOfUploadOrders
    from .success_of_upload_orders import SuccessOfUploadOrders


class UploadOrders(Model):
    """`UploadOrders` of the contract, as it is received."""

    failed: FailedOfUploadOrders | None | Unset = UNSET
    success: list[SuccessOfUploadOrders] | None | Unset = UNSET

    _nested = {"failed": "FailedOfUploadOrders", "success": ["SuccessOfUploadOrders"]}
