from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class PagePublicOrderBundleItem(Model):
    """`PagePublicOrderBundleItem` of the contract, as it is received."""

    bundle_price_option_unique_id: str | None | Unset = UNSET
    quantity: int | str | None | Unset = UNSET
