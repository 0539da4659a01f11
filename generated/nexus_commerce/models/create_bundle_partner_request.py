from __future__ import annotations

from .._model import Model


class CreateBundlePartnerRequest(Model):
    """`CreateBundlePartnerRequest` of the contract, only ever sent."""

    partner_unique_id: str

    _required = ("partner_unique_id",)
    _rules = {
        "type": ["object"],
        "properties": {"partner_unique_id": {"type": ["string"]}},
        "required": ["partner_unique_id"],
    }
