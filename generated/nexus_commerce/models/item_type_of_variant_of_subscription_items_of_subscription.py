from typing import Literal, TypeAlias, get_args

ItemTypeOfVariantOfSubscriptionItemsOfSubscription: TypeAlias = Literal[
    "course", "digital", "license", "physical", "subscription"
]

#: The values that the contract knows.
ITEM_TYPE_OF_VARIANT_OF_SUBSCRIPTION_ITEMS_OF_SUBSCRIPTION_VALUES: tuple[
    ItemTypeOfVariantOfSubscriptionItemsOfSubscription, ...
] = get_args(ItemTypeOfVariantOfSubscriptionItemsOfSubscription)
