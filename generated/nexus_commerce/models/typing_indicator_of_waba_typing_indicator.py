from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_typing_indicator_of_waba_typing_indicator import TypeOfTypingIndicatorOfWabaTypingIndicator


class TypingIndicatorOfWabaTypingIndicator(Model):
    """`TypingIndicatorOfWabaTypingIndicator` of the contract, as it is received."""

    type_: TypeOfTypingIndicatorOfWabaTypingIndicator | str | None | Unset = renamed("type", default=UNSET)
