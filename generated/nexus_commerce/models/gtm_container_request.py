from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class GtmContainerRequest(Model):
    """`GtmContainerRequest` of the contract, only ever sent."""

    container_id: str | Unset = UNSET
    name: str | Unset = UNSET

    _rules = {"type": ["object"], "properties": {"container_id": {"type": ["string"]}, "name": {"type": ["string"]}}}
