from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_typing_indicator_of_response_200_body_of_send_waba_typing_indicator import (
        TypeOfTypingIndicatorOfResponse200BodyOfSendWabaTypingIndicator,
    )


class TypingIndicatorOfResponse200BodyOfSendWabaTypingIndicator(Model):
    """`TypingIndicatorOfResponse200BodyOfSendWabaTypingIndicator` of the contract, as it is received."""

    type_: TypeOfTypingIndicatorOfResponse200BodyOfSendWabaTypingIndicator | str | None | Unset = renamed(
        "type", default=UNSET
    )
