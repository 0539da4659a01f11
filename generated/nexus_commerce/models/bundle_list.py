from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .business_of_bundle_list import BusinessOfBundleList
    from .created_by_of_bundle_list import CreatedByOfBundleList
    from .last_updated_by_of_bundle_list import LastUpdatedByOfBundleList


class BundleList(Model):
    """`BundleList` of the contract, as it is received."""

    business: BusinessOfBundleList | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    created_by: CreatedByOfBundleList | None | Unset = UNSET
    custom_id: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    display: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    is_bundle_sharing: bool | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    last_updated_by: LastUpdatedByOfBundleList | None | Unset = UNSET
    name: str | None | Unset = UNSET
    public_name: str | None | Unset = UNSET
    variants_count: int | str | None | Unset = UNSET
    weight_bump: int | str | None | Unset = UNSET

    _nested = {
        "business": "BusinessOfBundleList",
        "created_by": "CreatedByOfBundleList",
        "last_updated_by": "LastUpdatedByOfBundleList",
    }
