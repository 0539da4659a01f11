# Rendered from tests/facade/_async/test_faults.py by scripts/unasync.py; edit that file.
"""Every operation of these groups under every fault of the sandbox: a typed error or a right answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lengths import in_this_half
from nexus_sandbox import Sandbox
from nexus_storefront import Storefront, Item, MemoryStore, Retry, StorefrontError, Timeouts
from usage_table import USAGE

pytestmark = pytest.mark.anyio

Call = Callable[[Storefront], Any]

FAULTS: dict[str, dict[str, Any]] = {
    "status": {"status": 500},
    "text_429": {"retry_after": "0"},
    "html_502": {},
    "status_520": {},
    "reset": {},
    "cut_body": {},
    "truncated_json": {},
    "wrong_content_type": {},
    "slow_body": {"seconds": 1.5},
    "empty_200": {},
    "latency": {"seconds": 1.5},
}

SLOW = ("slow_body", "latency")
HURRY = Timeouts(connect=2, read=0.2, write=2, pool=2, total=1)

CALLS: dict[str, Call] = {
    "countStorefrontItems": lambda shop: shop.catalog.count(),
    "listStorefrontItems": lambda shop: shop.catalog.items(page_size=3).page(),
    "getStorefrontProduct": lambda shop: shop.catalog.product("kopi-arabika-gayo"),
    "getStorefrontBundlePriceOption": lambda shop: shop.catalog.bundle("paket-buku-seduh"),
    "listStorefrontCategories": lambda shop: shop.catalog.categories(),
    "getStorefrontVariantPricing": lambda shop: shop.catalog.offers([494535]),
    "getStorefrontVariantAvailability": lambda shop: shop.catalog.availability(494535),
    "listStorefrontLocationProvinces": lambda shop: shop.locations.provinces(),
    "listStorefrontLocationCities": lambda shop: shop.locations.cities(31),
    "listStorefrontLocationSubdistricts": lambda shop: shop.locations.subdistricts(3171).page(),
    "listStorefrontLocationPostalCodes": lambda shop: shop.locations.postal_codes(9089),
    "searchStorefrontLocations": lambda shop: shop.locations.search("cempaka").page(),
    "getGuestCart": lambda shop: shop.cart.guest.get(),
    "addGuestCartItem": lambda shop: shop.cart.guest.add(variant_id=494536),
    "checkDiscountCode": lambda shop: shop.discounts.check("HEMAT10", items=[Item(variant_id=494535)]),
    "getCustomerMe": lambda shop: shop.account.profile(),
    "updateCustomerMe": lambda shop: shop.account.update(phone="628111111111"),
    "listCustomerMeAddresses": lambda shop: shop.account.addresses().page(),
    "getCustomerMeAddress": lambda shop: shop.account.address(1),
    "updateCustomerMeAddress": lambda shop: shop.account.update_address(1, notes="pagar"),
    "getCustomerCart": lambda shop: shop.cart.get(),
    "addCustomerCartItem": lambda shop: shop.cart.add(variant_id=494536),
    "listCustomerOrders": lambda shop: shop.orders.mine().page(),
    "listCustomerSubscriptions": lambda shop: shop.subscriptions.all().page(),
}


@pytest.fixture
def sari(sandbox: Sandbox) -> Iterator[Storefront]:
    """Signed in, in a hurry, and with a guest cart that must survive everything."""
    with Storefront(
        sandbox.store_id,
        sandbox.api_key,
        sandbox.base_url,
        store=MemoryStore(),
        retry=Retry(attempts=3, base=0.01),
        timeout=Timeouts(connect=2, read=1, write=2, pool=2, total=3),
    ) as shop:
        shop.auth.login("sari@example.com", "kata-sandi-contoh")
        shop.cart.guest.add(variant_id=494535)
        yield shop
        sandbox.control.clear_faults()


def told(answer: object) -> object:
    """What an answer says, without what changes by itself."""
    found = answer.to_dict() if hasattr(answer, "to_dict") else answer
    found = [told(each) for each in found] if isinstance(found, (list, tuple)) else found
    return re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z?", "<time>", repr(found)) if not hasattr(answer, "lines") else None


@pytest.mark.parametrize("fault", FAULTS)
def test_a_typed_error_or_a_right_answer(sandbox: Sandbox, sari: Storefront, fault: str) -> None:
    token = sari._core.guest.current()
    first = list(FAULTS).index(fault)
    mine = [each for number, each in enumerate(CALLS.items()) if in_this_half(__name__, first + number)]
    for operation_id, call in mine:
        right = told(call(sari))
        for when, count in (("before", 9), ("after", 1)):
            # Slow ones are tried on two operations: their time adds up.
            if fault in SLOW and (when == "after" or operation_id not in ("getGuestCart", "addGuestCartItem")):
                continue
            sandbox.control.fault(operation_id, fault, count=count, when=when, **FAULTS[fault])
            sari._core.shared.admission.budget = type(sari._core.shared.admission.budget)()
            shop = sari.with_options(timeout=HURRY) if fault in SLOW else sari
            try:
                answer = call(shop)
            except StorefrontError as error:
                assert error.operation_id == operation_id, (fault, when)  # noqa: PT017
            else:
                assert told(answer) == right, (operation_id, fault, when)
            sandbox.control.clear_faults()
    assert sari._core.guest.current() == token
    sari._core.shared.admission.budget = type(sari._core.shared.admission.budget)()
    assert (sari.cart.guest.get()).find(variant_id=494535)
    assert sari._core.session.signed_in()  # type: ignore[union-attr]


def test_a_fault_repeated_by_a_read_goes_unnoticed(sandbox: Sandbox, sari: Storefront) -> None:
    for fault in ("reset", "html_502", "text_429", "cut_body"):
        sandbox.control.fault("countStorefrontItems", fault, count=2, **FAULTS[fault])
        assert sari.catalog.count()
        sari._core.shared.admission.budget = type(sari._core.shared.admission.budget)()


def test_the_matrix_leaves_no_operation_of_these_groups_out() -> None:
    groups = ("catalog", "locations", "discounts")
    assert {row.operation_id for row in USAGE.rows if Path(row.file).stem in groups} <= set(CALLS)
