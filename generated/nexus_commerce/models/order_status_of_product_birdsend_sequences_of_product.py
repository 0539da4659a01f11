from typing import Literal, TypeAlias, get_args

OrderStatusOfProductBirdsendSequencesOfProduct: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
ORDER_STATUS_OF_PRODUCT_BIRDSEND_SEQUENCES_OF_PRODUCT_VALUES: tuple[
    OrderStatusOfProductBirdsendSequencesOfProduct, ...
] = get_args(OrderStatusOfProductBirdsendSequencesOfProduct)
