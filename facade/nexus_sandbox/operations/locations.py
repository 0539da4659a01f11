"""Delivery locations: province, city, subdistrict, postal code, or one search."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..calls import Call, operation
from ..pages import paginate, whole
from ..refusals import Answer, Json, not_found
from ..store import Row, number_in


def location_json(row: Row) -> Json:
    return {
        "id": row["id"],
        "subdistrict_name": row["subdistrict"],
        "city_name": row["city"],
        "province_name": row["province"],
        "display": f"{row['subdistrict']}, {row['city']}, {row['province']}",
    }


def _like(text: str | None) -> str:
    escaped = (text or "").strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


@operation("searchStorefrontLocations")
def search_locations(call: Call) -> Answer:
    words = (call.query.get("search") or "").replace(",", " ").split()[:8]
    matches = " AND ".join(
        ["(subdistrict || ' ' || city || ' ' || province || ' ' || postal_codes) LIKE ? ESCAPE '\\'"] * len(words)
    )

    def fetch(comparison: str, direction: str, bound: int, limit: int) -> Sequence[Row]:
        return call.store.all(
            f"SELECT * FROM locations WHERE {matches or 'TRUE'} AND id {comparison} ? ORDER BY id {direction} LIMIT ?",  # noqa: S608 - fixed parts
            *map(_like, words), bound, limit,
        )  # fmt: skip

    def show(rows: Sequence[Row]) -> list[Json]:
        return [location_json(row) for row in rows]

    return Answer(200, paginate(call, "locations", fetch, lambda row: int(row["id"]), show))


@operation("listStorefrontLocationProvinces")
def list_provinces(call: Call) -> Answer:
    rows = call.store.all(
        "SELECT DISTINCT province_id, province AS province_name FROM locations"
        " WHERE province LIKE ? ESCAPE '\\' ORDER BY province_id",
        _like(call.query.get("search")),
    )
    return Answer(200, whole([dict(row) for row in rows]))


@operation("listStorefrontLocationCities")
def list_cities(call: Call) -> Answer:
    province = call.query.get("province_id")
    rows = call.store.all(
        "SELECT DISTINCT city_id, city AS city_name FROM locations"
        " WHERE (? OR province_id = ?) AND city LIKE ? ESCAPE '\\' ORDER BY city_id",
        province is None, number_in(province), _like(call.query.get("search")),
    )  # fmt: skip
    return Answer(200, whole([dict(row) for row in rows]))


@operation("listStorefrontLocationSubdistricts")
def list_subdistricts(call: Call) -> Answer:
    city = call.query.get("city_id")
    rows = call.store.all(
        "SELECT * FROM locations WHERE (? OR city_id = ?) AND subdistrict LIKE ? ESCAPE '\\' ORDER BY id",
        city is None, number_in(city), _like(call.query.get("search")),
    )  # fmt: skip
    return Answer(200, whole([location_json(row) for row in rows]))


@operation("listStorefrontLocationPostalCodes")
def list_postal_codes(call: Call) -> Answer:
    row = call.store.one("SELECT * FROM locations WHERE id = ?", call.path["location_id"])
    if row is None:
        raise not_found("Location")
    search = (call.query.get("search") or "").strip()
    codes = [code for code in json.loads(row["postal_codes"]) if search in code]
    return Answer(200, whole([{"postal_code": code} for code in codes]))
