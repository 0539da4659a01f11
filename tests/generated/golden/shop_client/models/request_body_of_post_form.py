from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .grant_type_of_request_body_of_post_form import GrantTypeOfRequestBodyOfPostForm


class RequestBodyOfPostForm(Model):
    """`RequestBodyOfPostForm` of the contract, only ever sent."""

    grant_type: GrantTypeOfRequestBodyOfPostForm
    again: bool | Unset = UNSET
    scopes: list[str] | Unset = UNSET

    _required = ("grant_type",)
    _rules = {
        "type": ["object"],
        "properties": {
            "grant_type": {"type": ["string"], "enum": ["refresh"]},
            "again": {"type": ["boolean"]},
            "scopes": {"type": ["array"], "items": {"type": ["string"]}},
        },
        "required": ["grant_type"],
    }
