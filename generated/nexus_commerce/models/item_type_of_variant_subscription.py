from typing import Literal, TypeAlias, get_args

ItemTypeOfVariantSubscription: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_VARIANT_SUBSCRIPTION_VALUES: tuple[ItemTypeOfVariantSubscription, ...] = get_args(
    ItemTypeOfVariantSubscription
)
