from typing import Literal, TypeAlias, get_args

OrderStatusOfProductMailketingListsOfProduct: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
ORDER_STATUS_OF_PRODUCT_MAILKETING_LISTS_OF_PRODUCT_VALUES: tuple[OrderStatusOfProductMailketingListsOfProduct, ...] = (
    get_args(OrderStatusOfProductMailketingListsOfProduct)
)
