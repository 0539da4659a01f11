"""`PagePublicOrderBundleItem` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class PagePublicOrderBundleItem(Model):
    """`PagePublicOrderBundleItem` of the contract, as it is received."""

    bundle_price_option_unique_id: str | None | Unset = UNSET
    quantity: int | str | None | Unset = UNSET
