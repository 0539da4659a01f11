from typing import Literal, TypeAlias, get_args

ItemTypeOfVariantOfSubscriptionItemsOfSubscriptionDetail: TypeAlias = Literal[
    "course", "digital", "license", "physical", "subscription"
]

#: The values that the contract knows.
ITEM_TYPE_OF_VARIANT_OF_SUBSCRIPTION_ITEMS_OF_SUBSCRIPTION_DETAIL_VALUES: tuple[
    ItemTypeOfVariantOfSubscriptionItemsOfSubscriptionDetail, ...
] = get_args(ItemTypeOfVariantOfSubscriptionItemsOfSubscriptionDetail)
