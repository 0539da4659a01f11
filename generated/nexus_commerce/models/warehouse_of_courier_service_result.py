from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WarehouseOfCourierServiceResult(Model):
    """`WarehouseOfCourierServiceResult` of the contract, as it is received."""

    address: str | None | Unset = UNSET
    city_name: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    lincah_origin_id: str | None | Unset = UNSET
    mengantar_origin_id: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    province_name: str | None | Unset = UNSET
    subdistrict_name: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
