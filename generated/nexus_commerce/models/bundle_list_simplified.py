from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .bundle_price_options_of_bundle_list_simplified import BundlePriceOptionsOfBundleListSimplified


class BundleListSimplified(Model):
    """`BundleListSimplified` of the contract, as it is received."""

    bundle_price_options: list[BundlePriceOptionsOfBundleListSimplified] | None | Unset = UNSET
    custom_id: str | None | Unset = UNSET
    display: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    is_bundle_sharing: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET
    public_name: str | None | Unset = UNSET
    weight_bump: int | str | None | Unset = UNSET

    _nested = {"bundle_price_options": ["BundlePriceOptionsOfBundleListSimplified"]}
