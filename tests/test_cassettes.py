"""The recorded flows, replayed without a network by both halves of the facade, and the recordings themselves."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from _cassettes._async.scenarios import SCENARIOS as ASYNC_SCENARIOS
from _cassettes._sync.scenarios import SCENARIOS as SYNC_SCENARIOS
from _cassettes.recorder import FOLDER, cassette
from _cassettes.scrub import CANONICAL_ORIGIN, CANONICAL_STORE, Scrubber
from _cassettes.world import World
from _drift.cassettes import Contract
from _drift.usage import USAGE_NAME, load_usage
from nexus_storefront import AsyncStorefront, ConnectionFailed, Storefront

NAMES = sorted(ASYNC_SCENARIOS)
WORLD = World()
KEY = "sfpk_cassette"
PIN = Path(__file__).resolve().parents[1] / "openapi" / "nexus-commerce-v3.json"


@pytest.mark.anyio
@pytest.mark.parametrize("name", NAMES)
async def test_the_recording_replays_for_the_asynchronous_half(name: str) -> None:
    with cassette(name) as tape:
        async with AsyncStorefront(CANONICAL_STORE, KEY, CANONICAL_ORIGIN) as shop:
            await ASYNC_SCENARIOS[name](shop, WORLD)
        assert tape.all_played


@pytest.mark.parametrize("name", NAMES)
def test_the_recording_replays_for_the_synchronous_half(name: str) -> None:
    with cassette(name) as tape:
        with Storefront(CANONICAL_STORE, KEY, CANONICAL_ORIGIN) as shop:
            SYNC_SCENARIOS[name](shop, WORLD)
        assert tape.all_played


def test_there_is_one_recording_a_scenario_and_it_says_where_it_comes_from() -> None:
    sources = json.loads((FOLDER / "sources.json").read_text(encoding="utf-8"))
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(NAMES) == set(sources) == set(SYNC_SCENARIOS)
    assert {source["recorded_from"] for source in sources.values()} <= {"sandbox", "live store"}


def test_every_operation_of_the_facade_has_been_recorded_with_a_good_answer() -> None:
    used = {row.operation_id for row in load_usage(PIN.with_name(USAGE_NAME)).rows}
    contract = Contract(json.loads(PIN.read_bytes()))
    recorded: set[str] = set()
    for path in FOLDER.glob("*.yaml"):
        for exchange in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["interactions"]:
            if exchange["response"]["status"]["code"] < 300:
                recorded.add(contract.check(exchange["request"], exchange["response"])[0])
    assert used - recorded == set()


def test_a_request_that_was_not_recorded_fails_instead_of_reaching_a_network() -> None:
    with (
        cassette("locations"),
        Storefront(CANONICAL_STORE, KEY, CANONICAL_ORIGIN) as shop,
        pytest.raises(ConnectionFailed, match="CannotOverwriteExistingCassetteException"),
    ):
        shop.catalog.count()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_recording_holds_no_secret_no_person_and_no_address_of_a_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"sfpk_|[Bb]earer |authorization:|127\.0\.0\.1|localhost|store_sandbox", text, re.I)
    for secret in (WORLD.password, WORLD.email, WORLD.otp_email, "demo.customer@example.com", "6281234567890"):
        assert secret not in text
    assert not re.search(r"eyJ[A-Za-z0-9_-]+\.", text), "a JWT"


def test_scrubbing_is_consistent_and_scrubbing_twice_is_scrubbing_once() -> None:
    scrubber = Scrubber(store_id="store_live", origin="https://shop.test:8443")
    here = "https://shop.test:8443/v3/stores/store_live/public/orders/s3cret-slug?search=x%20y"
    people = b'"customer": {"email": "a@b.id", "phone": "62811"}'
    body = b'{"secret_slug": "s3cret-slug", ' + people + b', "tokens": ["t-one", "t-two"]}'
    scrubber.learn_request(here, {}, None)
    scrubber.learn_response(here, {}, body)
    scrubber.learn_request("https://bucket.storage.test/put/it?X-Signature=abc", {}, None)
    once = scrubber.body(here, body, answer=True)
    assert once is not None
    assert not re.search(rb"s3cret|a@b|62811|t-one|t-two", once)
    assert scrubber.body(here, once, answer=True) == once
    url = scrubber.url(here)
    slug = json.loads(once)["secret_slug"]
    assert url == f"{CANONICAL_ORIGIN}/v3/stores/{CANONICAL_STORE}/public/orders/{slug}?search=x+y"
    assert scrubber.url(url) == url
    stored = scrubber.url("https://bucket.storage.test/put/it?X-Signature=abc")
    assert stored == "https://storage.example/scrubbed-link-1"
