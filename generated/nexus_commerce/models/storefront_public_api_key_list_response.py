from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_public_api_key import StorefrontPublicApiKey


class StorefrontPublicApiKeyListResponse(Model):
    """`StorefrontPublicApiKeyListResponse` of the contract, as it is received."""

    data: list[StorefrontPublicApiKey] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["StorefrontPublicApiKey"]}
