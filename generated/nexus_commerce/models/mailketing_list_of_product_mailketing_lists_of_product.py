from __future__ import annotations

from .._model import Model, renamed
from ..types import UNSET, Unset


class MailketingListOfProductMailketingListsOfProduct(Model):
    """`MailketingListOfProductMailketingListsOfProduct` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    list_: str | None | Unset = renamed("list", default=UNSET)
    list_name: str | None | Unset = UNSET
