"""The runtime drift report: names and shapes of what the contract does not know, and nothing else."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import httpx
import pytest
from nexus_commerce.api.storefront import (
    count_storefront_items,
    get_guest_cart,
    get_storefront_product,
    get_storefront_variant_availability,
)
from nexus_commerce.models import GuestCart, StorefrontProductDetail, VariantAvailability
from nexus_storefront import DecodeError, Storefront
from nexus_storefront.transport.drift_report import Drift, DriftReport


def seen(model: Any, operation: Any, body: dict[str, Any], times: int = 1) -> DriftReport:
    report = DriftReport()
    for _ in range(times):
        report.see(operation.OPERATION, model.from_dict(body))
    return report


def test_what_the_contract_knows_is_no_drift() -> None:
    body = {
        "id": 1,
        "item_count": 1,
        "total": 12000.5,
        "items": [{"id": 1, "type": "variant", "variant_id": 2, "bundle_price_option_id": None, "quantity": 1}],
    }
    assert seen(GuestCart, get_guest_cart, body).counts() == {}


def test_each_kind_is_told_by_where_it_is() -> None:
    body = {
        "id": "7",
        "item_count": 1,
        "total": {"amount": 1},
        "mystery": {"name": "Siti Rahayu"},
        "items": [{"type": "gift_card", "quantity": 1}, {"type": "variant", "quantity": True, "note": None}],
    }
    report = seen(GuestCart, get_guest_cart, body, times=3)
    assert report.counts() == {
        Drift("getGuestCart", "other shape", "GuestCart.id", "string"): 3,
        Drift("getGuestCart", "other shape", "GuestCart.total", "object"): 3,
        Drift("getGuestCart", "unknown field", "GuestCart.mystery", "object"): 3,
        Drift("getGuestCart", "unknown variant", "GuestCart.items[]", "object"): 3,
        Drift("getGuestCart", "other shape", "GuestCartVariantItem.quantity", "boolean"): 3,
        Drift("getGuestCart", "unknown field", "GuestCartVariantItem.note", "null"): 3,
    }
    exported = json.loads(report.export())
    assert {entry["count"] for entry in exported["getGuestCart"]} == {3}
    assert "Siti" not in report.export()
    assert "3 × getGuestCart: unknown field GuestCart.mystery (object)" in str(report).splitlines()
    assert (len(str(report).splitlines()), str(DriftReport())) == (6, "no drift")


PERSONAL = [
    "Siti Rahayu, Jl. Contoh 3", "Siti", "Siti.Rahayu", "siti@example.com", "6281298765432", "081_298",
    "x0812", "7f8c2d60-92a4-4e0e-8a35-1f7a5b1c9d11", "f8c2d609a44e0e8a351f7a5b1c9d1a", "Zx81SecretSlug",
    "a" * 62, "", "pre_order\n",
]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "shown"),
    [("pre_order", "pre_order"), ("va_bca2", "va_bca2"), ("COD", "COD"), *((value, "<string>") for value in PERSONAL)],
)
def test_an_enum_value_is_a_name_or_is_not_shown(value: str, shown: str) -> None:
    report = seen(VariantAvailability, get_storefront_variant_availability, {"variant_id": 1, "stock_status": value})
    operation_id = "getStorefrontVariantAvailability"
    assert list(report.counts()) == [
        Drift(operation_id, "unknown enum value", "VariantAvailability.stock_status", shown)
    ]


@pytest.mark.parametrize("name", PERSONAL)
def test_a_field_name_is_a_word_or_is_not_shown(name: str) -> None:
    report = seen(VariantAvailability, get_storefront_variant_availability, {"variant_id": 1, name: 2})
    assert [drift.where for drift in report.counts()] == ["VariantAvailability.<name>"]


@pytest.mark.parametrize(
    ("body", "shape"),
    [([{"total": 1}], "array"), ("Siti", "string"), (None, "null"), (b"", "empty"), (b"<html>Siti</html>", "not JSON")],
)
def test_a_body_of_another_shape_counts(body: Any, shape: str) -> None:
    report = DriftReport()
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    transport = httpx.MockTransport(lambda request: httpx.Response(200, content=content))
    with (
        Storefront("store_x", "sfpk_x", "https://api.test", transport=transport, drift=report) as shop,
        pytest.raises(DecodeError),
    ):
        shop.catalog.count()
    assert report.counts() == {Drift("countStorefrontItems", "other shape", "body", shape): 1}
    assert "Siti" not in report.export()


def test_every_way_to_an_answer_counts_and_counts_once() -> None:
    report = DriftReport()
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"total": "x", "mystery": 1}))
    with Storefront("store_x", "sfpk_x", "https://api.test", transport=transport, drift=report) as shop:
        for number, call in enumerate(
            (
                lambda: shop.catalog.count(),
                lambda: count_storefront_items.sync("store_x", client=shop.api),
                lambda: count_storefront_items.sync_detailed("store_x", client=shop.api),
            ),
            1,
        ):
            call()
            assert set(report.counts().values()) == {number}
    assert {drift.kind for drift in report.counts()} == {"other shape", "unknown field"}


def test_dates_and_deep_fields() -> None:
    body = {"created_at": "someday", "price_range": {"min": "1", "max": 2, "was": 3}, "Jl. Contoh 3": 1}
    assert {
        (drift.kind, drift.where.rpartition(".")[2], drift.detail)
        for drift in seen(StorefrontProductDetail, get_storefront_product, body).counts()
    } == {
        ("other shape", "created_at", "unreadable date"),
        ("unknown field", "was", "integer"),
        ("unknown field", "<name>", "integer"),
    }


def test_the_report_is_bounded() -> None:
    report = DriftReport(limit=5)
    for number in range(20):
        report.see(get_guest_cart.OPERATION, GuestCart.from_dict({f"field_{number}": 1}))
    assert len(report) == 5
    assert report.dropped == 15


@pytest.mark.parametrize("body", [b'{"total": 1}', b"<html>"])
def test_a_report_that_fails_takes_no_answer_away(body: bytes, caplog: pytest.LogCaptureFixture) -> None:
    class Failing(DriftReport):
        def see(self, *seen: object) -> None:
            raise OSError("the disk is full")

        see_unreadable = see

    transport = httpx.MockTransport(lambda request: httpx.Response(200, content=body))
    shop = Storefront("store_x", "sfpk_x", "https://api.test", transport=transport, drift=Failing())
    with suppress(DecodeError):
        assert shop.catalog.count() == 1
    assert [record.getMessage() for record in caplog.records] == ["the drift report failed: OSError"]
    assert caplog.records[0].exc_info is None  # whose frames hold the answer
