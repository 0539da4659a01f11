from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .status_of_waba_typing_indicator import StatusOfWabaTypingIndicator
    from .typing_indicator_of_waba_typing_indicator import TypingIndicatorOfWabaTypingIndicator


class WabaTypingIndicator(Model):
    """`WabaTypingIndicator` of the contract, as it is received."""

    status: StatusOfWabaTypingIndicator | str | None | Unset = UNSET
    success: bool | None | Unset = UNSET
    typing_indicator: TypingIndicatorOfWabaTypingIndicator | None | Unset = UNSET
    wamid: str | None | Unset = UNSET

    _nested = {"typing_indicator": "TypingIndicatorOfWabaTypingIndicator"}
