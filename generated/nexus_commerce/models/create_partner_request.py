"""`CreatePartnerRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    pass


class CreatePartnerRequest(Model):
    """`CreatePartnerRequest` of the contract, only ever sent."""

    partner_unique_id: str

    _required = ("partner_unique_id",)
    _rules = {
        "type": ["object"],
        "properties": {"partner_unique_id": {"type": ["string"]}},
        "required": ["partner_unique_id"],
    }
