from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .form_displays_of_bundle_price_options_of_bundle import FormDisplaysOfBundlePriceOptionsOfBundle
    from .stores_of_bundle_price_options_of_bundle import StoresOfBundlePriceOptionsOfBundle
    from .upsell_form_displays_of_bundle_price_options_of_bundle import UpsellFormDisplaysOfBundlePriceOptionsOfBundle


class BundlePriceOptionsOfBundle(Model):
    """`BundlePriceOptionsOfBundle` of the contract, as it is received."""

    form_displays: list[FormDisplaysOfBundlePriceOptionsOfBundle] | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    price: float | str | None | Unset = UNSET
    price_bt: float | str | None | Unset = UNSET
    slug: str | None | Unset = UNSET
    stores: list[StoresOfBundlePriceOptionsOfBundle] | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    upsell_form_displays: list[UpsellFormDisplaysOfBundlePriceOptionsOfBundle] | None | Unset = UNSET

    _nested = {
        "form_displays": ["FormDisplaysOfBundlePriceOptionsOfBundle"],
        "stores": ["StoresOfBundlePriceOptionsOfBundle"],
        "upsell_form_displays": ["UpsellFormDisplaysOfBundlePriceOptionsOfBundle"],
    }
