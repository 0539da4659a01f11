from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class OAuthBillingCaptureContext(Model):
    """`OAuthBillingCaptureContext` of the contract, as it is received."""

    action_key: str | None | Unset = UNSET
    action_label: str | None | Unset = UNSET
    application_id: int | str | None | Unset = UNSET
    application_name: str | None | Unset = UNSET
    billing_idempotency_key: str | None | Unset = UNSET
    billing_tag: str | None | Unset = UNSET
    charge_id: str | None | Unset = UNSET
    currency: str | None | Unset = UNSET
    developer_business_id: int | str | None | Unset = UNSET
    developer_net_amount: int | str | None | Unset = UNSET
    gross_amount: int | str | None | Unset = UNSET
    merchant_business_id: int | str | None | Unset = UNSET
    oauth_authorized_business_id: int | str | None | Unset = UNSET
    platform_fee_amount: int | str | None | Unset = UNSET
    request_id: str | None | Unset = UNSET
    reservation_id: str | None | Unset = UNSET
    response_status: int | str | None | Unset = UNSET
