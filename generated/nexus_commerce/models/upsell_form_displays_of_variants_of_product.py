from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .page_display_of_upsell_form_displays_of_variants_of_product import (
        PageDisplayOfUpsellFormDisplaysOfVariantsOfProduct,
    )


class UpsellFormDisplaysOfVariantsOfProduct(Model):
    """`UpsellFormDisplaysOfVariantsOfProduct` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    page_display: PageDisplayOfUpsellFormDisplaysOfVariantsOfProduct | None | Unset = UNSET

    _nested = {"page_display": "PageDisplayOfUpsellFormDisplaysOfVariantsOfProduct"}
