"""Shipping: what couriers ask to carry some grams to a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..refusals import Json, invalid
from ..store import Row
from .carts import Line

WAREHOUSE = "warehouse_jakarta01"
_HOME_CITY, _HOME_PROVINCE = 3171, 31
_JAVA = range(31, 37)


@dataclass(frozen=True, slots=True)
class Service:
    """A courier's service. `rates`: rupiah a kilogram to the same city, province, island, and beyond."""

    id: int
    courier_id: int
    courier: str
    courier_name: str
    code: str
    name: str
    rates: tuple[int, int, int, int]
    days: tuple[str, str, str, str]
    cod: bool
    aggregator: str | None = None


SERVICES = (
    Service(11, 1, "jne", "JNE", "REG", "JNE Reguler",
            (10_000, 11_000, 18_000, 34_000), ("1-2", "1-2", "2-3", "3-5"), True),
    Service(12, 1, "jne", "JNE", "YES", "JNE YES",
            (18_000, 20_000, 32_000, 61_000), ("1", "1", "1", "1-2"), False),
    Service(21, 2, "jnt", "J&T Express", "EZ", "J&T EZ",
            (11_000, 12_000, 17_000, 36_000), ("1-2", "1-2", "2-3", "3-6"), True),
    Service(
        31, 3, "sicepat", "SiCepat", "SIUNT", "SiCepat SIUNTUNG",
        (9_500, 10_500, 16_500, 33_000), ("1-2", "2", "2-3", "3-5"), True, "nusakirim",
    ),
    Service(
        41, 4, "anteraja", "AnterAja", "SD", "AnterAja Same Day",
        (22_000, 26_000, 0, 0), ("0", "0", "", ""), False, "nusakirim",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Option:
    """A service with its price for one parcel, in rupiah."""

    service: Service
    cost: int
    days: str

    def as_json(self) -> Json:
        service = self.service
        return {
            "courier_service_id": service.id,
            "courier_code": service.courier,
            "service_code": service.code,
            "name": service.name,
            "cost": self.cost,
            "etd": f"{self.days} hari" if self.days != "0" else "hari ini",
            "is_cod": service.cod,
            "warehouse_unique_id": WAREHOUSE,
            "courier_aggregator_code": service.aggregator,
            "logo_url": f"https://cdn.toko-nusantara.example/couriers/{service.courier}.svg",
        }


def options(lines: Sequence[Line], place: Row, *, cod: bool = False) -> list[Option]:
    """Return what can carry the physical `lines` to `place`, cheapest first; empty when nothing is physical."""
    grams = sum(line.weight * line.quantity for line in lines if line.physical)
    if not any(line.physical for line in lines):
        return []
    zone = 3
    if place["city_id"] == _HOME_CITY:
        zone = 0
    elif place["province_id"] == _HOME_PROVINCE:
        zone = 1
    elif place["province_id"] in _JAVA:
        zone = 2
    kilograms = max(1, -(-grams // 1000))
    found = [
        Option(service, service.rates[zone] * kilograms, service.days[zone])
        for service in SERVICES
        if service.rates[zone] and (service.cod or not cod)
    ]
    return sorted(found, key=lambda option: (option.cost, option.service.id))


def choose(found: Sequence[Option], service_id: Any, warehouse: str | None, aggregator: str | None) -> Option | None:
    """Return the option a body names, or the cheapest when it names none. Refuses one that is not offered."""
    if not found:
        return None
    if service_id is None:
        return found[0]
    if warehouse is not None and warehouse != WAREHOUSE:
        raise invalid("warehouse_unique_id", "does not send to this destination", "shipping_unavailable")
    for option in found:
        if str(option.service.id) == str(service_id):
            if aggregator is not None and aggregator != option.service.aggregator:
                raise invalid("courier_aggregator_code", "does not belong to this service", "shipping_unavailable")
            return option
    raise invalid("courier_service_id", "is not offered for this destination", "shipping_unavailable")
