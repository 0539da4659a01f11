from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class CurrentBusinessUserRole(Model):
    """`CurrentBusinessUserRole` of the contract, as it is received."""

    ad_view_filter_type: str | None | Unset = UNSET
    authorized_permissions: dict[str, Any] | None | Unset = UNSET
    bundle_filter_type: str | None | Unset = UNSET
    customer_filter_type: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    order_statuses: list[str] | None | Unset = UNSET
    store_filter_type: str | None | Unset = UNSET
    warehouse_filter_type: str | None | Unset = UNSET
