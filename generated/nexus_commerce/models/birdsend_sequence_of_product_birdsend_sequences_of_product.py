from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_birdsend_sequence_of_product_birdsend_sequences_of_product import (
        TypeOfBirdsendSequenceOfProductBirdsendSequencesOfProduct,
    )


class BirdsendSequenceOfProductBirdsendSequencesOfProduct(Model):
    """`BirdsendSequenceOfProductBirdsendSequencesOfProduct` of the contract, as it is received."""

    active: bool | None | Unset = UNSET
    form_id: int | str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    sequence_id: int | str | None | Unset = UNSET
    type_: TypeOfBirdsendSequenceOfProductBirdsendSequencesOfProduct | str | None | Unset = renamed(
        "type", default=UNSET
    )
