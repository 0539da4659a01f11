from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .partner_of_bundle_partner import PartnerOfBundlePartner


class BundlePartner(Model):
    """`BundlePartner` of the contract, as it is received."""

    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    id: int | str | None | Unset = UNSET
    partner: PartnerOfBundlePartner | None | Unset = UNSET

    _nested = {"partner": "PartnerOfBundlePartner"}
