from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class ListOrderUtmCampaignsResponseBody(Model):
    """`ListOrderUtmCampaignsResponseBody` of the contract, as it is received."""

    data: list[str] | None | Unset = UNSET
