from typing import Literal, TypeAlias, get_args

FollowUpChatTypeOfOrderList: TypeAlias = Literal["order", "product"]

#: The values that the contract knows.
FOLLOW_UP_CHAT_TYPE_OF_ORDER_LIST_VALUES: tuple[FollowUpChatTypeOfOrderList, ...] = get_args(
    FollowUpChatTypeOfOrderList
)
