from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CreateUpdateFollowUpChatRequest(Model):
    """`CreateUpdateFollowUpChatRequest` of the contract, only ever sent."""

    name: str
    provider: str
    change_status: bool | Unset = UNSET
    hours_after: int | Unset = UNSET
    image: str | Unset = UNSET
    is_default: bool | Unset = UNSET
    text_for_bank_transfer: str | Unset = UNSET
    text_for_cod: str | Unset = UNSET
    text_for_epayment: str | Unset = UNSET
    trigger: str | Unset = UNSET
    wa_gateway_assignation_type: str | Unset = UNSET
    wa_integration_id: int | Unset = UNSET

    _required = ("name", "provider")
    _rules = {
        "type": ["object"],
        "properties": {
            "change_status": {"type": ["boolean"]},
            "hours_after": {"type": ["integer"]},
            "image": {"type": ["string"]},
            "is_default": {"type": ["boolean"]},
            "name": {"type": ["string"]},
            "provider": {"type": ["string"]},
            "text_for_bank_transfer": {"type": ["string"]},
            "text_for_cod": {"type": ["string"]},
            "text_for_epayment": {"type": ["string"]},
            "trigger": {"type": ["string"]},
            "wa_gateway_assignation_type": {"type": ["string"]},
            "wa_integration_id": {"type": ["integer"]},
        },
        "required": ["name", "provider"],
    }
