from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class MetaPixel(Model):
    """`MetaPixel` of the contract, as it is received."""

    name: str | None | Unset = UNSET
    pixel_id: str | None | Unset = UNSET
    display: str | None | Unset = UNSET
    errors: list[dict[str, Any]] | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    conversion_token: str | None | Unset = UNSET
    is_conversion_api: bool | None | Unset = UNSET
    test_event_code: str | None | Unset = UNSET
