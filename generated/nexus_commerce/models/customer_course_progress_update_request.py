from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CustomerCourseProgressUpdateRequest(Model):
    """`CustomerCourseProgressUpdateRequest` of the contract, only ever sent."""

    progress: float | Unset = UNSET

    _rules = {"type": ["object"], "properties": {"progress": {"type": ["number"], "minimum": 0, "maximum": 100}}}
