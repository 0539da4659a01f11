from typing import Literal, TypeAlias, get_args

ItemTypeOfVariantOfSubscriptionItemsOfSubscription2: TypeAlias = Literal[
    "course", "digital", "license", "physical", "subscription"
]

#: The values that the contract knows.
ITEM_TYPE_OF_VARIANT_OF_SUBSCRIPTION_ITEMS_OF_SUBSCRIPTION_2_VALUES: tuple[
    ItemTypeOfVariantOfSubscriptionItemsOfSubscription2, ...
] = get_args(ItemTypeOfVariantOfSubscriptionItemsOfSubscription2)
