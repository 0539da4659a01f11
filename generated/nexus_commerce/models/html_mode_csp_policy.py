from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class HtmlModeCspPolicy(Model):
    """`HtmlModeCspPolicy` of the contract, as it is received."""

    connect_src: list[str] | None | Unset = UNSET
    frame_src: list[str] | None | Unset = UNSET
    img_src: list[str] | None | Unset = UNSET
    script_src: list[str] | None | Unset = UNSET
    style_src: list[str] | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "connect_src": {"type": ["array"], "items": {"type": ["string"]}},
            "frame_src": {"type": ["array"], "items": {"type": ["string"]}},
            "img_src": {"type": ["array"], "items": {"type": ["string"]}},
            "script_src": {"type": ["array"], "items": {"type": ["string"]}},
            "style_src": {"type": ["array"], "items": {"type": ["string"]}},
        },
        "additionalProperties": False,
    }
