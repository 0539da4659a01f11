from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class OAuthBillingRefundRequest(Model):
    """`OAuthBillingRefundRequest` of the contract, only ever sent."""

    reason: str
    reason_code: str
    refund_idempotency_key: str
    billing_charge_id: str | None | Unset = UNSET
    billing_reservation_id: str | None | Unset = UNSET
    metadata: dict[str, Any] | Unset = UNSET

    _required = ("reason", "reason_code", "refund_idempotency_key")
    _rules = {
        "type": ["object"],
        "properties": {
            "billing_charge_id": {"type": ["string", "null"], "format": "uuid"},
            "billing_reservation_id": {"type": ["string", "null"], "format": "uuid"},
            "metadata": {"type": ["object"]},
            "reason": {"type": ["string"], "minLength": 1, "maxLength": 1000},
            "reason_code": {"type": ["string"], "minLength": 1, "maxLength": 100},
            "refund_idempotency_key": {"type": ["string"], "minLength": 1, "maxLength": 255},
        },
        "required": ["reason", "reason_code", "refund_idempotency_key"],
        "additionalProperties": False,
    }
