from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .o_auth_billing_capture_context import OAuthBillingCaptureContext


class OAuthBillingReservation(Model):
    """`OAuthBillingReservation` of the contract, as it is received."""

    action_key: str | None | Unset = UNSET
    amount: int | str | None | Unset = UNSET
    billing_idempotency_key: str | None | Unset = UNSET
    billing_status: str | None | Unset = UNSET
    billing_tag: str | None | Unset = UNSET
    capture_context: OAuthBillingCaptureContext | None | Unset = UNSET
    captured_at: dt.datetime | str | None | Unset = date_time("captured_at", default=UNSET)
    charge_id: str | None | Unset = UNSET
    currency: str | None | Unset = UNSET
    developer_business_id: int | str | None | Unset = UNSET
    expires_at: dt.datetime | str | None | Unset = date_time("expires_at", default=UNSET)
    id: str | None | Unset = UNSET
    merchant_business_id: int | str | None | Unset = UNSET
    metadata: dict[str, Any] | None | Unset = UNSET
    oauth_application_id: int | str | None | Unset = UNSET
    oauth_authorized_business_id: int | str | None | Unset = UNSET
    released_at: dt.datetime | str | None | Unset = date_time("released_at", default=UNSET)
    released_reason: str | None | Unset = UNSET
    timestamp: dt.datetime | str | None | Unset = date_time("timestamp", default=UNSET)

    _nested = {"capture_context": "OAuthBillingCaptureContext"}
