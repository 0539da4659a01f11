"""`MailketingListOfProductMailketingListsOfProduct` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class MailketingListOfProductMailketingListsOfProduct(Model):
    """`MailketingListOfProductMailketingListsOfProduct` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    list_: str | None | Unset = renamed("list", default=UNSET)
    list_name: str | None | Unset = UNSET
