from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .birdsend_sequence_of_product_birdsend_sequences_of_product import (
        BirdsendSequenceOfProductBirdsendSequencesOfProduct,
    )
    from .order_status_of_product_birdsend_sequences_of_product import OrderStatusOfProductBirdsendSequencesOfProduct


class ProductBirdsendSequencesOfProduct(Model):
    """`ProductBirdsendSequencesOfProduct` of the contract, as it is received."""

    birdsend_sequence: BirdsendSequenceOfProductBirdsendSequencesOfProduct | None | Unset = UNSET
    order_status: OrderStatusOfProductBirdsendSequencesOfProduct | str | None | Unset = UNSET

    _nested = {"birdsend_sequence": "BirdsendSequenceOfProductBirdsendSequencesOfProduct"}
