from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_store_bundle_price_option import BusinessStoreBundlePriceOption


class BusinessStoreBundle(Model):
    """`BusinessStoreBundle` of the contract, as it is received."""

    bundle_price_options: list[BusinessStoreBundlePriceOption] | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    display: str | None | Unset = UNSET
    name: str | None | Unset = UNSET

    _nested = {"bundle_price_options": ["BusinessStoreBundlePriceOption"]}
