from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .mailketing_list_of_product_mailketing_lists_of_product import MailketingListOfProductMailketingListsOfProduct
    from .order_status_of_product_mailketing_lists_of_product import OrderStatusOfProductMailketingListsOfProduct


class ProductMailketingListsOfProduct(Model):
    """`ProductMailketingListsOfProduct` of the contract, as it is received."""

    mailketing_list: MailketingListOfProductMailketingListsOfProduct | None | Unset = UNSET
    order_status: OrderStatusOfProductMailketingListsOfProduct | str | None | Unset = UNSET

    _nested = {"mailketing_list": "MailketingListOfProductMailketingListsOfProduct"}
