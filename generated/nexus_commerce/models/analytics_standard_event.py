from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_analytics_standard_event import TypeOfAnalyticsStandardEvent


class AnalyticsStandardEvent(Model):
    """`AnalyticsStandardEvent` of the contract, as it is received."""

    event_name: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    type_: TypeOfAnalyticsStandardEvent | str | None | Unset = renamed("type", default=UNSET)
