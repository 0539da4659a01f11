from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class Category(Model):
    """`Category` of the contract, as it is received."""

    name: str | None | Unset = UNSET
    parent: Category | None | Unset = UNSET
    children: list[Category] | None | Unset = UNSET

    _nested = {"parent": "Category", "children": ["Category"]}
