"""The store's catalogue, and the places it delivers to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from nexus_commerce.api import storefront as api

from ...answer_fields import Listed, field, integer, items_of, models_of, text
from ...arguments import ids, slug as read_slug, typed, whole
from ...errors import StorefrontError
from ...transport._async.concurrency import some_at_once
from ...transport._async.listing import Group, Listing

if TYPE_CHECKING:
    from nexus_commerce import models

    from ..offers import Offers, VariantOffer

_IDS_AT_ONCE = 100


class Catalog(Group):
    """Products and bundle price options: listed, in detail, priced."""

    async def count(self) -> int | None:
        """How many items the store lists (countStorefrontItems); None if the answer does not say."""
        return integer((await self._call(api.count_storefront_items.asyncio)).total)

    def items(
        self, *, page_size: int | None = None
    ) -> Listing[models.StorefrontProductCard | models.StorefrontBundlePriceOptionCard]:
        """Everything the store lists (listStorefrontItems), fetched page by page as it is read.

        Products (`entity_type` is `product`) and bundle price options (`bundle_price_option`) are of different types.
        A kind of item added later is left out; `page().raw` has it, and the drift report counts it.
        """
        return self._listing(api.list_storefront_items.asyncio, page_size)

    async def product(self, slug: str) -> models.StorefrontProductDetail:
        """A product with its variants, listed or hidden (getStorefrontProduct). `NotFound` if there is none."""
        return await self._call(api.get_storefront_product.asyncio, read_slug("slug", slug))

    async def bundle(self, slug: str) -> models.StorefrontBundlePriceOptionDetail:
        """A bundle price option with what is in it (getStorefrontBundlePriceOption). `NotFound` if there is none."""
        return await self._call(api.get_storefront_bundle_price_option.asyncio, read_slug("slug", slug))

    async def categories(self) -> list[models.StorefrontCategory]:
        """The store's categories (listStorefrontCategories)."""
        answer = await self._call(api.list_storefront_categories.asyncio)
        return models_of(answer.data)

    async def offers(self, variant_ids: Iterable[int | str]) -> Offers:
        """Price and availability of many variants, by id (getStorefrontVariantPricing): one request per hundred ids,
        some of them at a time.

        An id that the store does not sell is not in the result, but in its `left_out`. A request that fails does not
        end the others; its error is raised only when none was answered, else it is in `error`.
        """
        from ..offers import Offers, read_offer

        wanted = ids("variant_ids", variant_ids)
        found: dict[int, VariantOffer] = {}
        price = partial(self._call, api.get_storefront_variant_pricing.asyncio)
        pages = [wanted[start : start + _IDS_AT_ONCE] for start in range(0, len(wanted), _IDS_AT_ONCE)]
        answers = await some_at_once([partial(price, ids=",".join(map(str, page))) for page in pages])
        failures = [answer for answer in answers if isinstance(answer, StorefrontError)]
        if failures and len(failures) == len(answers):
            raise failures[0]
        for answer in answers:
            offers = () if isinstance(answer, StorefrontError) else map(read_offer, items_of(answer.data))
            found.update((offer.variant_id, offer) for offer in offers if offer is not None)
        left_out = tuple(number for number in wanted if number not in found)
        return Offers(found, left_out=left_out, error=failures[0] if failures else None)

    async def availability(self, variant_id: int | str) -> models.VariantAvailability:
        """The stock of one variant, with its status in words (getStorefrontVariantAvailability). Raises `NotFound` if
        the store does not sell it."""
        return await self._of(api.get_storefront_variant_availability.asyncio, "variant_id", variant_id)


class Locations(Group):
    """Where to deliver: step by step from the province down, or by searching. Both end at a location id and a postal
    code, which are what a checkout needs."""

    async def provinces(self, *, search: str | None = None) -> list[models.StorefrontProvince]:
        """Step 1: the provinces (listStorefrontLocationProvinces), or those whose name has `search` in it."""
        answer = await self._call(api.list_storefront_location_provinces.asyncio, **_search(search))
        return models_of(answer.data)

    async def cities(self, province_id: int | str, *, search: str | None = None) -> list[models.StorefrontCity]:
        """Step 2: the cities of a province (listStorefrontLocationCities)."""
        query = {"province_id": whole("province_id", province_id), **_search(search)}
        answer = await self._call(api.list_storefront_location_cities.asyncio, **query)
        return models_of(answer.data)

    def subdistricts(
        self, city_id: int | str, *, search: str | None = None, page_size: int | None = None
    ) -> Listing[models.StorefrontLocation]:
        """Step 3: the subdistricts of a city (listStorefrontLocationSubdistricts). A row's `id` is the location id."""
        query = {"city_id": whole("city_id", city_id), **_search(search)}
        return self._listing(api.list_storefront_location_subdistricts.asyncio, page_size, **query)

    async def postal_codes(self, location_id: int | str, *, search: str | None = None) -> list[str]:
        """The last step of both ways: the postal codes of a location (listStorefrontLocationPostalCodes)."""
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
