from typing import Literal, TypeAlias, get_args

TypeOfVariantOfCheckoutIntentItem: TypeAlias = Literal["variant"]

#: The values that the contract knows.
TYPE_OF_VARIANT_OF_CHECKOUT_INTENT_ITEM_VALUES: tuple[TypeOfVariantOfCheckoutIntentItem, ...] = get_args(
    TypeOfVariantOfCheckoutIntentItem
)
