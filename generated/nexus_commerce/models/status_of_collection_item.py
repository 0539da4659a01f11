from typing import Literal, TypeAlias, get_args

StatusOfCollectionItem: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
STATUS_OF_COLLECTION_ITEM_VALUES: tuple[StatusOfCollectionItem, ...] = get_args(StatusOfCollectionItem)
