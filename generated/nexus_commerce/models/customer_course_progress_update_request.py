"""`CustomerCourseProgressUpdateRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class CustomerCourseProgressUpdateRequest(Model):
    """`CustomerCourseProgressUpdateRequest` of the contract, only ever sent."""

    progress: float | Unset = UNSET

    _rules = {"type": ["object"], "properties": {"progress": {"type": ["number"], "minimum": 0, "maximum": 100}}}
