"""`BundlePriceOptionsOfBundleListSimplified` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class BundlePriceOptionsOfBundleListSimplified(Model):
    """`BundlePriceOptionsOfBundleListSimplified` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    is_owned_by_store: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET
    price: float | str | None | Unset = UNSET
    price_bt: float | str | None | Unset = UNSET
    slug: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
