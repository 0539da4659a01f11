from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .variant_of_bundlelines_of_bundle import VariantOfBundlelinesOfBundle


class BundlelinesOfBundle(Model):
    """`BundlelinesOfBundle` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    quantity: int | str | None | Unset = UNSET
    subtotal: str | float | None | Unset = UNSET
    variant: VariantOfBundlelinesOfBundle | None | Unset = UNSET

    _nested = {"variant": "VariantOfBundlelinesOfBundle"}
