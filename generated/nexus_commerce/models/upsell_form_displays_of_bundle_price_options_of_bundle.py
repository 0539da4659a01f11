from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .page_display_of_upsell_form_displays_of_bundle_price_options_of_bundle import (
        PageDisplayOfUpsellFormDisplaysOfBundlePriceOptionsOfBundle,
    )


class UpsellFormDisplaysOfBundlePriceOptionsOfBundle(Model):
    """`UpsellFormDisplaysOfBundlePriceOptionsOfBundle` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    page_display: PageDisplayOfUpsellFormDisplaysOfBundlePriceOptionsOfBundle | None | Unset = UNSET

    _nested = {"page_display": "PageDisplayOfUpsellFormDisplaysOfBundlePriceOptionsOfBundle"}
