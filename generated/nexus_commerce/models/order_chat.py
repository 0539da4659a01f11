from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .follow_up_chats_of_order_chat import FollowUpChatsOfOrderChat
    from .payment_status_of_order_chat import PaymentStatusOfOrderChat
    from .status_of_order_chat import StatusOfOrderChat


class OrderChat(Model):
    """`OrderChat` of the contract, as it is received."""

    chat_message: str | None | Unset = UNSET
    follow_up_chat_type: str | None | Unset = UNSET
    follow_up_chats: list[FollowUpChatsOfOrderChat] | None | Unset = UNSET
    id: str | None | Unset = UNSET
    is_probably_spam: bool | None | Unset = UNSET
    mark_as_spam_by: str | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    payment_status: PaymentStatusOfOrderChat | str | None | Unset = UNSET
    payment_url: str | None | Unset = UNSET
    public_order_url: str | None | Unset = UNSET
    secret_slug: str | None | Unset = UNSET
    status: StatusOfOrderChat | str | None | Unset = UNSET

    _nested = {"follow_up_chats": ["FollowUpChatsOfOrderChat"]}
