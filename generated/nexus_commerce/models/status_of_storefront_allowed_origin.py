from typing import Literal, TypeAlias, get_args

StatusOfStorefrontAllowedOrigin: TypeAlias = Literal["active", "revoked"]

#: The values that the contract knows.
STATUS_OF_STOREFRONT_ALLOWED_ORIGIN_VALUES: tuple[StatusOfStorefrontAllowedOrigin, ...] = get_args(
    StatusOfStorefrontAllowedOrigin
)
