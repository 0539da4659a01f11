"""Where to deliver: either step by step from the province down, or by searching.

Both end at a location id and a postal code, which are what a checkout needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nexus_commerce.api import storefront as api

from ...answer_fields import Listed, field, items_of, models_of, text
from ...arguments import typed, whole
from ...transport._async.listing import Group, Listing

if TYPE_CHECKING:
    from nexus_commerce import models


class Locations(Group):
    """Provinces, cities, subdistricts and postal codes."""

    async def provinces(self, *, search: str | None = None) -> list[models.StorefrontProvince]:
        """Step 1 (listStorefrontLocationProvinces)."""
        answer = await self._call(api.list_storefront_location_provinces.asyncio, **_search(search))
        return models_of(answer.data)

    async def cities(self, province_id: int | str, *, search: str | None = None) -> list[models.StorefrontCity]:
        """Step 2 (listStorefrontLocationCities)."""
        query = {"province_id": whole("province_id", province_id), **_search(search)}
        answer = await self._call(api.list_storefront_location_cities.asyncio, **query)
        return models_of(answer.data)

    def subdistricts(
        self, city_id: int | str, *, search: str | None = None, page_size: int | None = None
    ) -> Listing[models.StorefrontLocation]:
        """Step 3 (listStorefrontLocationSubdistricts): a row's `id` is the location id."""
        query = {"city_id": whole("city_id", city_id), **_search(search)}
        return self._listing(api.list_storefront_location_subdistricts.asyncio, page_size, **query)

    async def postal_codes(self, location_id: int | str, *, search: str | None = None) -> list[str]:
        """The last step of both ways (listStorefrontLocationPostalCodes)."""
        place, query = whole("location_id", location_id), _search(search)
        answer = await self._call(api.list_storefront_location_postal_codes.asyncio, place, **query)
        codes = (text(field(entry, "postal_code")) for entry in items_of(answer.data))
        return Listed(code for code in codes if code is not None)

    def search(self, query: str, *, page_size: int | None = None) -> Listing[models.StorefrontLocation]:
        """Subdistricts by any part of their name (searchStorefrontLocations): a row's `id` is the location id."""
        wanted = typed("query", query)
        return self._listing(api.search_storefront_locations.asyncio, page_size, search=wanted)


def _search(value: str | None) -> dict[str, Any]:
    return {} if value is None else {"search": typed("search", value)}
