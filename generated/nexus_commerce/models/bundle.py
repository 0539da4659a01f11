from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .bundle_price_options_of_bundle import BundlePriceOptionsOfBundle
    from .bundlelines_of_bundle import BundlelinesOfBundle
    from .business_of_bundle import BusinessOfBundle
    from .created_by_of_bundle import CreatedByOfBundle
    from .labels_of_bundle import LabelsOfBundle
    from .last_updated_by_of_bundle import LastUpdatedByOfBundle


class Bundle(Model):
    """`Bundle` of the contract, as it is received."""

    bundle_price_options: list[BundlePriceOptionsOfBundle] | None | Unset = UNSET
    bundlelines: list[BundlelinesOfBundle] | None | Unset = UNSET
    business: BusinessOfBundle | None | Unset = UNSET
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    created_by: CreatedByOfBundle | None | Unset = UNSET
    custom_id: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    is_bundle_sharing: bool | None | Unset = UNSET
    labels: list[LabelsOfBundle] | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    last_updated_by: LastUpdatedByOfBundle | None | Unset = UNSET
    meta_thumbnail: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    public_name: str | None | Unset = UNSET
    rich_description: str | None | Unset = UNSET
    weight_bump: int | str | None | Unset = UNSET

    _nested = {
        "bundle_price_options": ["BundlePriceOptionsOfBundle"],
        "bundlelines": ["BundlelinesOfBundle"],
        "business": "BusinessOfBundle",
        "created_by": "CreatedByOfBundle",
        "labels": ["LabelsOfBundle"],
        "last_updated_by": "LastUpdatedByOfBundle",
    }
