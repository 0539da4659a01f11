from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .status_of_response_200_body_of_send_waba_typing_indicator import (
        StatusOfResponse200BodyOfSendWabaTypingIndicator,
    )
    from .typing_indicator_of_response_200_body_of_send_waba_typing_indicator import (
        TypingIndicatorOfResponse200BodyOfSendWabaTypingIndicator,
    )


class Response200BodyOfSendWabaTypingIndicator(Model):
    """`Response200BodyOfSendWabaTypingIndicator` of the contract, as it is received."""

    status: StatusOfResponse200BodyOfSendWabaTypingIndicator | str | None | Unset = UNSET
    success: bool | None | Unset = UNSET
    typing_indicator: TypingIndicatorOfResponse200BodyOfSendWabaTypingIndicator | None | Unset = UNSET
    wamid: str | None | Unset = UNSET

    _nested = {"typing_indicator": "TypingIndicatorOfResponse200BodyOfSendWabaTypingIndicator"}
