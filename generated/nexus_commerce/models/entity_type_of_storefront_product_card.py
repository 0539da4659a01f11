from typing import Literal, TypeAlias, get_args

EntityTypeOfStorefrontProductCard: TypeAlias = Literal["product"]

#: The values that the contract knows.
ENTITY_TYPE_OF_STOREFRONT_PRODUCT_CARD_VALUES: tuple[EntityTypeOfStorefrontProductCard, ...] = get_args(
    EntityTypeOfStorefrontProductCard
)
