from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .wa_integration_of_managing_follow_up_chat import WaIntegrationOfManagingFollowUpChat


class ManagingFollowUpChat(Model):
    """`ManagingFollowUpChat` of the contract, as it is received."""

    bundle_id: int | str | None | Unset = UNSET
    change_status: bool | None | Unset = UNSET
    hours_after: int | str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    image: str | None | Unset = UNSET
    is_default: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET
    product_id: int | str | None | Unset = UNSET
    provider: str | None | Unset = UNSET
    store_id: int | str | None | Unset = UNSET
    text_for_bank_transfer: str | None | Unset = UNSET
    text_for_cod: str | None | Unset = UNSET
    text_for_epayment: str | None | Unset = UNSET
    trigger: str | None | Unset = UNSET
    wa_gateway_assignation_type: str | None | Unset = UNSET
    wa_integration: WaIntegrationOfManagingFollowUpChat | None | Unset = UNSET

    _nested = {"wa_integration": "WaIntegrationOfManagingFollowUpChat"}
