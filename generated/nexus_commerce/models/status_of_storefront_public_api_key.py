from typing import Literal, TypeAlias, get_args

StatusOfStorefrontPublicApiKey: TypeAlias = Literal["active", "revoked"]

#: The values that the contract knows.
STATUS_OF_STOREFRONT_PUBLIC_API_KEY_VALUES: tuple[StatusOfStorefrontPublicApiKey, ...] = get_args(
    StatusOfStorefrontPublicApiKey
)
