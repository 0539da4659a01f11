from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .page_display_of_form_displays_of_variants_of_product import PageDisplayOfFormDisplaysOfVariantsOfProduct


class FormDisplaysOfVariantsOfProduct(Model):
    """`FormDisplaysOfVariantsOfProduct` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    page_display: PageDisplayOfFormDisplaysOfVariantsOfProduct | None | Unset = UNSET

    _nested = {"page_display": "PageDisplayOfFormDisplaysOfVariantsOfProduct"}
