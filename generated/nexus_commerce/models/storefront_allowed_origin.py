from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .status_of_storefront_allowed_origin import StatusOfStorefrontAllowedOrigin


class StorefrontAllowedOrigin(Model):
    """`StorefrontAllowedOrigin` of the contract, as it is received."""

    id: str | None | Unset = UNSET
    origin: str | None | Unset = UNSET
    status: StatusOfStorefrontAllowedOrigin | str | None | Unset = UNSET
    store_id: int | str | None | Unset = UNSET
    created_by: dict[str, Any] | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)
