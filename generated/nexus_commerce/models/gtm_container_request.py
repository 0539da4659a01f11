"""`GtmContainerRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class GtmContainerRequest(Model):
    """`GtmContainerRequest` of the contract, only ever sent."""

    container_id: str | Unset = UNSET
    name: str | Unset = UNSET

    _rules = {"type": ["object"], "properties": {"container_id": {"type": ["string"]}, "name": {"type": ["string"]}}}
