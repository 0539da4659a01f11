"""Schemathesis, from the pin: whatever the contract allows or forbids is asked, no answer leaves the contract.

Bounded and seeded; tests/support/lengths.py says how many examples an operation gets.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from lengths import SANDBOX_EXAMPLES
from nexus_sandbox import Sandbox
from nexus_sandbox.calls import HANDLERS
from nexus_sandbox.contract.newer import add_newer
from nexus_sandbox.contract.pin import load_pin, the_pin
from sandbox_shopper import Shopper, variant
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

import nexus_sandbox.app  # noqa: F401  # isort: skip - registers the handlers


class _World:
    """A sandbox with something of everything in it, and the names of those things."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.session = requests.Session()
        with Shopper(sandbox, guest=True) as shop:
            self.guest = shop.headers["X-Scalev-Guest-Token"]
            item = shop.add(variant(494535))["items"][0]["id"]
            shop.sign_in()
            self.bearer = shop.headers["Authorization"]
            mine = shop.post("/customers/me/cart/items", json=variant(494535)).json()["items"][0]["id"]
            order = shop.post(
                "/customers/me/checkout",
                json={"items": [variant(494535)], "address_id": 1, "payment_method": "bank_transfer"},
            ).json()
            subscription = shop.get("/customers/me/subscriptions?status=active").json()["data"][0]
            uuid = shop.get("/public/products/kelas-seduh-dasar").json()["variants"][0]["uuid"]
            course = shop.get(f"/customers/me/variants/{uuid}/course").json()["course_sections"][0]
            start = {
                "recaptcha_token": "x",
                "client_session_id": "0b0bd1a0-6e2f-4f1f-9a52-0a8a76c81f10",
                "form_widget_id": "f",
            }
            self.intent = shop.post("/public/checkout-intents", json=start).json()
        self.names = {
            "/public/cart/items/": {"item_id": item},
            "/me/cart/items/": {"item_id": mine},
            "/public/products/": {"slug": "kopi-arabika-gayo"},
            "/public/bundle-price-options/": {"slug": "paket-seduh-gayo"},
            "/public/locations/": {"location_id": 9089},
            "/public/variants/": {"variant_id": 494535},
            "/public/orders/": {"secret_slug": order["secret_slug"]},
            "/me/orders/": {"id": order["id"]},
            "/me/addresses/": {"address_id": 1},
            "/me/subscriptions/": {"id": subscription["id"]},
            "/me/subscription-items/": {"id": subscription["subscription_items"][0]["id"]},
            "/me/variants/": {"uuid": uuid},
            "/me/course-sections/": {"uuid": course["uuid"]},
            "/me/course-contents/": {"uuid": course["course_contents"][0]["uuid"]},
            "/checkout-intents/": {"checkout_intent_id": self.intent["id"]},
        }


@pytest.fixture(scope="module")
def schema() -> BaseSchema:
    """Read where it is used: not by everybody who collects."""
    return schemathesis.openapi.from_dict(add_newer(load_pin()))


@pytest.fixture(scope="module")
def world() -> Iterator[_World]:
    with Sandbox() as sandbox:
        made = _World(sandbox)
        yield made
        made.session.close()


def _lawful(operation: str, response: httpx.Response | Any) -> bool:
    """Whether the operation documents this status, or the service's rules give it to every operation."""
    documented = the_pin().operations[operation].statuses
    if str(response.status_code) in documented:
        return True
    code = response.json()["error_code"]
    return (
        (response.status_code == 400 and not documented & {"400", "422", "404"})
        or (response.status_code, code) in {(404, "not_found"), (403, "not_entitled"), (413, "too_large")}
        or (response.status_code == 405 and code == "method_not_allowed")
    )


@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.value)
@pytest.mark.parametrize("name", sorted(HANDLERS))
def test_no_answer_leaves_the_contract(world: _World, schema: BaseSchema, name: str, mode: GenerationMode) -> None:
    operation = schema.find_operation_by_id(name)

    @seed(1)
    @settings(
        max_examples=SANDBOX_EXAMPLES,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        _ask(world, name, case)

    ask()


def _ask(world: _World, name: str, case: schemathesis.Case) -> None:
    for part, names in world.names.items():
        if part in case.operation.path and case.path_parameters:
            case.path_parameters |= {key: str(value) for key, value in names.items() if key in case.path_parameters}
    if case.path_parameters:
        case.path_parameters |= {"store_id": "store_sandbox", "page_unique_id": "page_sandbox"}
    headers = {
        "X-Scalev-Storefront-Api-Key": "sfpk_sandbox",
        "X-Scalev-Page-Api-Key": "pgpk_sandbox",
        "X-Scalev-Checkout-Intent-Token": world.intent["checkout_intent_token"],
        "Authorization": world.bearer,
    }
    if "X-Scalev-Guest-Token" not in (case.headers or {}):
        headers["X-Scalev-Guest-Token"] = world.guest
    response = case.call(base_url=world.sandbox.base_url, headers=headers, session=world.session)
    case.validate_response(response, checks=(not_a_server_error, content_type_conformance, response_schema_conformance))
    assert _lawful(name, response), (name, response.status_code, response.content[:300])
    if response.status_code >= 400:
        assert the_pin().schema_checker("ApiErrorResponse").problems(response.json()) == []
