from typing import Literal, TypeAlias, get_args

TypeOfPagePublicCheckoutItem: TypeAlias = Literal["bundle", "product"]

#: The values that the contract knows.
TYPE_OF_PAGE_PUBLIC_CHECKOUT_ITEM_VALUES: tuple[TypeOfPagePublicCheckoutItem, ...] = get_args(
    TypeOfPagePublicCheckoutItem
)
