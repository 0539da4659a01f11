from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WarehousePartnerOfSearchWarehouseResult(Model):
    """`WarehousePartnerOfSearchWarehouseResult` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    ka_origin_id: str | None | Unset = UNSET
    lincah_origin_id: str | None | Unset = UNSET
    mengantar_origin_id: str | None | Unset = UNSET
    partner_id: int | str | None | Unset = UNSET
