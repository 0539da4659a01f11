from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, File, Unset


class Upload(Model):
    """`Upload` of the contract, only ever sent."""

    file: File
    more: list[File] | Unset = UNSET
    caption: str | Unset = UNSET
    width: int | Unset = UNSET
    meta: dict[str, Any] | Unset = UNSET

    _required = ("file",)
    _rules = {
        "type": ["object"],
        "properties": {
            "file": {"type": ["file"]},
            "more": {"type": ["array"], "items": {"type": ["file"]}},
            "caption": {"type": ["string"]},
            "width": {"type": ["integer"]},
            "meta": {"type": ["object"]},
        },
        "required": ["file"],
    }
