from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_kwai_pixel_request import TypeOfKwaiPixelRequest


class KwaiPixel(Model):
    """`KwaiPixel` of the contract, as it is received."""

    name: str | None | Unset = UNSET
    pixel_id: str | None | Unset = UNSET
    type_: TypeOfKwaiPixelRequest | str | None | Unset = renamed("type", default=UNSET)
    display: str | None | Unset = UNSET
    errors: list[dict[str, Any]] | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    conversion_token: str | None | Unset = UNSET
    is_test_mode: bool | None | Unset = UNSET
