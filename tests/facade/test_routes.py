"""The table of identities, over every operation of the contract."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest
from nexus_storefront.transport.routes import GUEST_TOKEN, Priority, Route, guest_token_in, route_for

PIN = json.loads((Path(__file__).parents[2] / "openapi" / "nexus-commerce-v3.json").read_bytes())
OPERATIONS = {
    operation["operationId"]: (method.upper(), path)
    for path, methods in PIN["paths"].items()
    for method, operation in methods.items()
    if "operationId" in operation
}
GUEST = {
    "getGuestCart",
    "addGuestCartItem",
    "updateGuestCartItem",
    "removeGuestCartItem",
    "mergeGuestCart",
    "listPublicCheckoutShippingOptions",
    "getPublicCheckoutSummary",
    "createPublicCheckout",
    "checkDiscountCode",
}


def route(operation_id: str) -> Route:
    return route_for(*OPERATIONS[operation_id])


def test_the_key_goes_where_the_contract_asks_for_it_and_nowhere_else() -> None:
    asked = set()
    for path, methods in PIN["paths"].items():
        for method, operation in methods.items():
            if method == "parameters":
                continue
            references = [*methods.get("parameters", []), *operation.get("parameters", [])]
            if {"$ref": "#/components/parameters/StorefrontPublicApiKey"} in references:
                asked.add(operation["operationId"])
                assert path.startswith("/v3/stores/{store_id}/public/")
    assert {operation_id for operation_id in OPERATIONS if route(operation_id).api_key} >= asked
    without = {operation_id for operation_id in OPERATIONS if route(operation_id).api_key} - asked
    assert all("/public/" in OPERATIONS[operation_id][1] for operation_id in without)


def test_the_guest_token_goes_to_cart_and_checkout_only() -> None:
    assert {operation_id for operation_id in OPERATIONS if route(operation_id).guest} == GUEST


def test_the_bearer_goes_to_the_customers_routes_and_the_merge_only() -> None:
    for operation_id, (_, path) in OPERATIONS.items():
        customer = path.startswith("/v3/stores/{store_id}/customers/me")
        assert route(operation_id).bearer is (customer or operation_id == "mergeGuestCart"), operation_id
        if customer:
            assert not route(operation_id).api_key
            assert not route(operation_id).guest


def test_every_other_route_gets_none_of_them() -> None:
    for operation_id, (_, path) in OPERATIONS.items():
        found = route(operation_id)
        if "/public/" not in path and "/customers/me" not in path:
            assert (found.api_key, found.guest, found.bearer) == (False, False, False), operation_id


@pytest.mark.parametrize(
    "path",
    [
        "/v3/stores/{store_id}/public-api-keys",
        "/v3/stores/{store_id}/publicity/cart",
        "/v3/stores/{store_id}/customers/mexico",
        "/v3/stores/{store_id}/customers",
        "/v3/pages/{page_unique_id}/public/cart",
        "/x/v3/stores/{store_id}/public/cart",
    ],
)
def test_what_only_looks_alike_gets_none(path: str) -> None:
    found = route_for("GET", path)
    assert (found.api_key, found.guest, found.bearer) == (False, False, False)


def test_only_reads_computations_and_the_idempotent_post_are_repeatable() -> None:
    posts = {
        operation_id
        for operation_id, (method, _) in OPERATIONS.items()
        if method not in ("GET", "HEAD") and route(operation_id).repeatable
    }
    assert posts == {
        "listPublicCheckoutShippingOptions",
        "getPublicCheckoutSummary",
        "listCheckoutShippingOptions",
        "getCheckoutSummary",
        "checkDiscountCode",
        "createStorefrontPublicOrderPayment",
    }
    assert route("createStorefrontPublicOrderPayment").changes_something
    assert not route("getPublicCheckoutSummary").changes_something


def test_checkout_goes_before_catalogue_before_events() -> None:
    for operation_id, priority in {
        "createPublicCheckout": Priority.CHECKOUT,
        "addGuestCartItem": Priority.CHECKOUT,
        "getStorefrontPublicOrder": Priority.CHECKOUT,
        "createCustomerCheckout": Priority.CHECKOUT,
        "refreshCustomerJwt": Priority.CHECKOUT,
        "listStorefrontItems": Priority.CATALOGUE,
        "listStorefrontLocationProvinces": Priority.CHECKOUT,
        "listStorefrontPaymentMethods": Priority.CHECKOUT,
        "checkDiscountCode": Priority.CHECKOUT,
        "listCustomerOrders": Priority.CHECKOUT,
        "listCustomerSubscriptions": Priority.CATALOGUE,
        "sendStorefrontMetaConversionEvent": Priority.EVENTS,
        "updateStorefrontCheckoutIntent": Priority.EVENTS,
    }.items():
        assert route(operation_id).priority is priority, operation_id


def test_a_guest_token_that_an_answer_carries_twice_is_one() -> None:
    assert guest_token_in(httpx.Response(200, headers=[(GUEST_TOKEN, "t"), (GUEST_TOKEN.lower(), "t")])) == "t"
    assert guest_token_in(httpx.Response(200)) is None
