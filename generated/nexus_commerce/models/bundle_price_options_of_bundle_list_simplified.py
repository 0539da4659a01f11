from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class BundlePriceOptionsOfBundleListSimplified(Model):
    """`BundlePriceOptionsOfBundleListSimplified` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    is_owned_by_store: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET
    price: float | str | None | Unset = UNSET
    price_bt: float | str | None | Unset = UNSET
    slug: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
