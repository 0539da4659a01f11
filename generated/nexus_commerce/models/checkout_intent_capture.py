from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .status_of_checkout_intent_capture import StatusOfCheckoutIntentCapture


class CheckoutIntentCapture(Model):
    """`CheckoutIntentCapture` of the contract, as it is received."""

    checkout_intent_token: str | None | Unset = UNSET
    expires_at: dt.datetime | str | None | Unset = date_time("expires_at", default=UNSET)
    form_widget_id: str | None | Unset = UNSET
    id: str | None | Unset = UNSET
    last_activity_at: dt.datetime | str | None | Unset = date_time("last_activity_at", default=UNSET)
    last_sequence: int | str | None | Unset = UNSET
    started_at: dt.datetime | str | None | Unset = date_time("started_at", default=UNSET)
    status: StatusOfCheckoutIntentCapture | str | None | Unset = UNSET
