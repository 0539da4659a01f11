from typing import Literal, TypeAlias, get_args

EntityTypeOfStorefrontBundlePriceOptionCard: TypeAlias = Literal["bundle_price_option"]

#: The values that the contract knows.
ENTITY_TYPE_OF_STOREFRONT_BUNDLE_PRICE_OPTION_CARD_VALUES: tuple[EntityTypeOfStorefrontBundlePriceOptionCard, ...] = (
    get_args(EntityTypeOfStorefrontBundlePriceOptionCard)
)
