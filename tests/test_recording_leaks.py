"""A recording of a store whose people and secrets nobody knows beforehand holds none of them.

The store is a sandbox with people made up at random, behind a proxy that writes the keys of each object in another
order and fills in what the sandbox leaves empty. The proxy keeps what went over the wire: from there, not from the
scrubber's own tables, the test knows what must not be found.
"""

from __future__ import annotations

import hashlib
import http.server
import json
import random
import secrets
import string
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote_plus, urlsplit

import httpx
import pytest
import yaml
from _cassettes._sync.scenarios import SCENARIOS
from _cassettes.recorder import cassette
from _cassettes.scrub import CANONICAL_ORIGIN, CANONICAL_STORE, NO_TEXT, Scrubber
from _cassettes.world import World
from nexus_sandbox import Sandbox
from nexus_storefront import Storefront

# Keys of the contract under which a person or a secret stands, wherever they are.
PERSONAL = frozenset(
    {
        "access", "refresh", "token", "tokens", "checkout_intent_token", "checkout_intent_prefill_token", "secret_slug",
        "client_session_id", "password", "otp", "email", "em", "customer_email", "contact_email", "phone",
        "fullPhoneNumber", "customer_phone", "handler_phone", "customer_name", "fn", "ln", "address",
        "shipping_address", "notes", "bio_description", "date_of_birth", "avatar", "account_holder", "account_number",
        "payment_account_holder", "payment_account_number", "transferproof_url", "upload_url", "file_url",
        "payment_url", "qr_string", "shipment_receipt", "recaptcha_token", "client_ip_address", "external_id", "fbp",
    }
)  # fmt: skip
NAMED = frozenset({"customer", "destination_address", "me", "addresses"})
"""Objects whose `name` is a person's."""
HEADERS = ("authorization", "x-scalev-storefront-api-key", "x-scalev-guest-token", "x-scalev-checkout-intent-token")
NEVER = ("Authorization", "Cookie", "sfpk_", "eyJ", "127.0.0.1")


class Wire:
    """What went over the wire: all texts that are personal or secret."""

    def __init__(self) -> None:
        self.personal: set[str] = set()

    def body(self, url: str, body: bytes) -> None:
        try:
            value = json.loads(body)
        except ValueError:
            return
        last = [part for part in urlsplit(url).path.split("/") if not part.isdigit()][-1]
        self.value(value, last)

    def value(self, value: Any, key: str, personal: bool = False) -> None:
        if isinstance(value, dict):
            named = key in NAMED or "email" in value
            for name, item in value.items():
                self.value(item, name, name in PERSONAL or (named and name == "name"))
        elif isinstance(value, list):
            for item in value:
                self.value(item, key, personal)
        elif personal and isinstance(value, str | int) and len(str(value)) >= 3:
            self.personal.add(str(value))

    def request(self, url: str, headers: Any) -> None:
        self.personal.update(value for name, value in parse_qsl(urlsplit(url).query) if name in PERSONAL)
        self.personal.update(headers[name].rpartition(" ")[2] for name in HEADERS if headers.get(name))

    def leaks(self, text: str) -> set[str]:
        """What stands in a text: as it is, percent-encoded, or in other capitals."""
        texts = (text.lower(), unquote_plus(text).lower(), unquote_plus(unquote_plus(text)).lower())
        return {raw for raw in self.personal for one in texts if raw.lower() in one}


class People:
    """Made up at random; printed by a failing test, so that it can be run again."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.rng = random.Random(seed)

    def word(self, least: int = 4) -> str:
        return "".join(self.rng.choices(string.ascii_lowercase, k=self.rng.randint(least, 10))).capitalize()

    def email(self) -> str:
        return f"{self.word()}.{self.word()}+{self.word()}@{self.word()}.co.id".lower()

    def phone(self) -> str:
        return f"628{self.rng.randint(10**8, 10**10)}"

    def world(self, **hooks: Any) -> World:
        return World(
            email=self.email(),
            otp_email=self.email(),
            password=f"{self.word(8)}-{self.word()}&{self.rng.randint(10, 99)}",
            buyer_name=f"{self.word()} {self.rng.choice(['ó’Neil', 'Putri', self.word()])} {self.word()}",
            buyer_email=self.email(),
            buyer_phone=self.phone(),
            buyer_address=f'Jl. {self.word()} No. {self.rng.randint(10, 99)}/{self.word()} RT 03 "{self.word()}"',
            buyer_notes=f"Titip ke {self.word()} & {self.word()}",
            **hooks,
        )

    def shuffled(self, value: Any) -> Any:
        """The same value with its keys in another order, and with what a person may have told filled in."""
        if isinstance(value, list):
            return [self.shuffled(item) for item in value]
        if not isinstance(value, dict):
            return value
        filled = {key: self.filled(key, item) for key, item in value.items()}
        if "email" in value:
            filled["greeting"] = f"Halo {value.get('name') or ''}, <{value['email']}>"
        if "secret_slug" in value:
            filled["a_link"] = f"https://toko.example/thanks?to=%2Forders%2F{quote(str(value['secret_slug']))}%2Fpay"
        keys = list(filled)
        self.rng.shuffle(keys)
        return {key: self.shuffled(filled[key]) for key in keys}

    def filled(self, key: str, value: Any) -> Any:
        if value is not None:
            return value
        match key:
            case "avatar":
                return f"https://cdn.people.example/{self.word(8)}.jpg?X-Amz-Signature={self.word(8)}"
            case "date_of_birth":
                return f"{self.rng.randint(1950, 1999)}-{self.rng.randint(10, 12)}-{self.rng.randint(10, 28)}"
            case "bio_description" | "notes":
                return f"{self.word(8)} {self.word()}"
            case "shipment_receipt":
                return f"{self.word(5).upper()}{self.rng.randint(10**5, 10**6)}"
            case _:
                return value


@contextmanager
def proxied(sandbox: Sandbox, people: People, wire: Wire) -> Iterator[str]:
    """A store in front of the sandbox. It asks it in process: what it asks is not part of the recording."""
    dropped = ("host", "content-length", "connection", "accept-encoding", "transfer-encoding", "date", "server")

    class Store(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _go(self) -> None:
            given = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {key: value for key, value in self.headers.items() if key.lower() not in dropped}
            wire.request(self.path, self.headers)
            wire.body(self.path, given)
            answer = sandbox.ask(self.command, f"{sandbox.base_url}{self.path}", headers, given)
            told = httpx.Headers(answer.headers)
            body = answer.body
            if "json" in told.get("Content-Type", ""):
                body = json.dumps(people.shuffled(json.loads(body)), ensure_ascii=people.rng.random() < 0.5).encode()
            wire.request("", told)
            wire.body(self.path, body)
            self.send_response(answer.status)
            for key, value in told.items():
                if key.lower() not in dropped:
                    self.send_header(key, value)
            if answer.status != 204:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if answer.status != 204:
                self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _go

        def log_message(self, *arguments: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Store)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


NAMES = (
    "account", "address_book", "checkout_intent", "customer", "events", "guest_purchase_bank_transfer",
    "guest_purchase_qris", "guest_purchase_virtual_account", "otp_sign_in", "password_reset",
)  # fmt: skip


def recorded(name: str, folder: Path, people: People) -> tuple[str, Wire, World]:
    """Record one scenario; what was written, and what had gone over the wire."""
    wire = Wire()
    with Sandbox() as sandbox, proxied(sandbox, people, wire) as origin:
        control = sandbox.control
        control.configure(payment_info_after_reads=1)
        world = people.world(
            read_otp=control.otp,
            read_reset_link=control.reset_link,
            read_prefill=lambda: control.intents()[-1]["prefill_token"],
            refuse_once=lambda operation_id: control.fault(operation_id, "status", status=401),
        )
        control.add_customer(world.email, world.password, name=f"{people.word()} {people.word()}")
        control.add_customer(world.otp_email, world.password, name=people.word(), otp_required=True)
        with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
            shop.auth.login(world.email, world.password)
            shop.account.add_address(
                name=f"{people.word()} {people.word()}", phone=people.phone(), address=world.buyer_address,
                location_id=9089, postal_code="10510", notes=world.buyer_notes,
            )  # fmt: skip
        with (
            Storefront(sandbox.store_id, sandbox.api_key, origin) as shop,
            cassette(name, record=True, store_id=sandbox.store_id, origin=origin, folder=folder),
        ):
            SCENARIOS[name](shop, world)
    return (folder / f"{name}.yaml").read_text(encoding="utf-8"), wire, world


def texts(recording: str) -> str:
    """All that a recording says, without the line breaks and escapes of its file."""
    found: list[str] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            for key, item in value.items():
                found.append(str(key))
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)
        elif isinstance(value, str) and value[:1] in ("{", "["):
            walk(json.loads(value))
        else:
            found.append(str(value))

    walk(yaml.safe_load(recording))
    return "\n".join(found)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_is_secret_or_a_persons_is_left(name: str, tmp_path: Path) -> None:
    people = People(secrets.randbits(32))
    recording, wire, world = recorded(name, tmp_path, people)
    said = texts(recording)
    assert wire.personal, people.seed
    assert wire.leaks(said) == set(), people.seed
    assert [word for word in NEVER if word in said] == []
    # It is still the same conversation: the scenario replays from it, with people of its own.
    with cassette(name, folder=tmp_path) as tape:
        with Storefront(CANONICAL_STORE, "sfpk_cassette", CANONICAL_ORIGIN) as shop:
            SCENARIOS[name](shop, World())
        assert tape.all_played
    assert world.password not in recording


def test_without_scrubbing_the_same_test_finds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Scrubber, "learn", lambda scrubber, kind, raw: None)
    people = People(1)
    recording, wire, _ = recorded("customer", tmp_path, people)
    left = wire.leaks(texts(recording))
    # Headers that no replay needs are dropped in any case, and with them the key.
    assert {raw for raw in wire.personal if not raw.startswith("sfpk_")} - left == set()
    assert len(left) > 20


# --- the kinds, one by one ----------------------------------------------------------------------------------------


def scrubbed(*exchanges: tuple[dict[str, Any], dict[str, Any]], url: str = "https://api.test/v3/x") -> str:
    """Exchanges (a body sent, a body answered) after scrubbing, as one text."""
    scrubber = Scrubber(store_id="store_live", origin="https://api.test")
    pairs = [(json.dumps(sent).encode(), json.dumps(answered).encode()) for sent, answered in exchanges]
    for sent, answered in pairs:
        scrubber.learn_request(url, {}, sent)
        scrubber.learn_response(url, {}, answered)
    return "\n".join(
        (scrubber.body(url, body, answer=number == 1) or b"").decode()
        for pair in pairs
        for number, body in enumerate(pair)
    )


@pytest.mark.parametrize(
    ("told", "elsewhere"),
    [
        pytest.param({"secret_slug": "aB3-xY_9zQ"}, {"text": "see /orders/aB3-xY_9zQ/pay"}, id="slug in a text"),
        pytest.param({"secret_slug": "aB3xY9zQ"}, {"a": "https://x.id/?to=%2Forders%2FaB3xY9zQ"}, id="encoded slug"),
        pytest.param({}, {"url": "https://toko.test/orders/aB3xY9zQ/pay"}, id="slug told by a link only"),
        pytest.param({"customer": {"name": "Ani Wijaya"}}, {"t": "Halo Ani!"}, id="a part of a name"),
        pytest.param({"me": {"name": "Ani Wijaya"}}, {"u": "https://wa.me/?text=Halo%20ani%20wijaya"}, id="in a link"),
        pytest.param({"email": "Ani.W@Mail.id"}, {"t": "ani.w@mail.id"}, id="e-mail in other capitals"),
        pytest.param({"email": "ani@mail.id"}, {"t": "ani%2540mail.id"}, id="e-mail encoded twice"),
        pytest.param({}, {"t": "write to ani@mail.id"}, id="e-mail under no key"),
        pytest.param({"phone": "6281234567890"}, {"t": "0812-3456-7890"}, id="phone in national form"),
        pytest.param({"phone": "081234567890"}, {"t": "+62 812 3456 7890"}, id="phone in international form"),
        pytest.param({}, {"n": {"fullPhoneNumber": 6281234567890}}, id="phone as a number"),
        pytest.param({"account_number": "12345678"}, {"n": 12345678}, id="account as a number elsewhere"),
        pytest.param({"address": "Jl. Mawar 5\nRT 2"}, {"t": "Jl. Mawar 5 RT 2"}, id="address on one line"),
        pytest.param({"address": {"street": "Jl. Mawar 5"}}, {"t": "to: Jl. Mawar 5"}, id="address as an object"),
        pytest.param({"fields": [{"key": "customer_phone", "value": "0812999888777"}]}, {}, id="a form's own field"),
        pytest.param({"payload": '{"email": "ani@mail.id"}'}, {}, id="JSON in JSON"),
        pytest.param({"by": {"ani@mail.id": 1}}, {}, id="a person as a key"),
        pytest.param({}, {"i": "https://u:s3cretpw@x.id/i?X-Amz-Signature=abcdef123456"}, id="credentials in a link"),
        pytest.param({"avatar": "https://x.id/ani.png?v=1"}, {"t": "<i 'https://x.id/ani.png?v=2'>"}, id="a picture"),
        pytest.param({"em": ["ani@mail.id"]}, {"h": hashlib.sha256(b"ani@mail.id").hexdigest()}, id="hashed"),
        pytest.param({"token": "abc"}, {"t": "token=abc;"}, id="a short token"),
    ],
)  # fmt: skip
def test_a_value_goes_wherever_it_stands_and_whatever_comes_first(
    told: dict[str, Any], elsewhere: dict[str, Any]
) -> None:
    secret = (
        "aB3", "ani", "wijaya", "812345", "0812-3", "812 3456", "12345678", "mawar", "999888", "s3cretpw", "token=abc",
        "abcdef123456", hashlib.sha256(b"ani@mail.id").hexdigest(),
    )  # fmt: skip
    for exchanges in ([({}, elsewhere), ({}, told)], [(told, elsewhere)], [({}, {**elsewhere, **told})]):
        text = scrubbed(*exchanges).lower()
        assert [word for word in secret if word.lower() in text] == []
        assert scrubbed(*((json.loads(a), json.loads(b)) for a, b in pairs(scrubbed(*exchanges)))).lower() == text


def pairs(text: str) -> Iterator[tuple[str, str]]:
    lines = text.split("\n")
    yield from zip(lines[::2], lines[1::2], strict=True)


def test_what_is_nobodys_stays() -> None:
    product = {
        "data": [{"name": "Kopi Ani", "slug": "kopi-ani", "price": "6200.00", "variant_id": 494535, "notes": None}],
        "store": {"name": "Toko Ani", "courier": {"name": "JNE"}},
        "status": "paid",
        "location": {"city_name": "Kota Bandung", "postal_code": "40115"},
    }
    assert json.loads(scrubbed(({}, product)).split("\n")[1]) == product


def test_words_of_the_contract_stay_whatever_people_are_called() -> None:
    scrubber = Scrubber(store_id="store_live", origin="https://api.test")
    url = "https://api.test/v3/customers/me/cart"
    body = b'{"password":"password","name":"Customer","email":"cart@me.id","customer":{"status":"customer"}}'
    scrubber.learn_request(url, {}, body)
    assert scrubber.url(url) == f"{CANONICAL_ORIGIN}/v3/customers/me/cart"
    assert json.loads(scrubber.body(url, body, answer=False) or b"") == {
        "password": "scrubbed-password-1",
        "name": "Scrubbed-Name-1",
        "email": "shopper1@example.com",
        "customer": {"status": "customer"},
    }


def test_a_form_a_broken_body_and_a_picture() -> None:
    scrubber = Scrubber(store_id="store_live", origin="https://api.test")
    url = "https://api.test/v3/x"
    form, broken, picture = b"email=ani%40mail.id&x=1", b'{"email": "ani@mail.id", ', b"\x89PNG ani@mail.id"
    for body in (form, broken, picture):
        scrubber.learn_request(url, {}, body)
    after = [scrubber.body(url, body, answer=False) for body in (form, broken, picture)]
    assert after == [b"email=shopper1%40example.com&x=1", b'{"email": "shopper1@example.com", ', NO_TEXT]


def test_headers_teach_what_is_replaced_elsewhere() -> None:
    scrubber = Scrubber(store_id="store_live", origin="https://api.test")
    url = "https://api.test/v3/stores/store_live/public/orders/aB3xY9zQ?email=ani%40mail.id"
    headers = {"Authorization": "Bearer opaque-token-123456", "Accept": "application/json"}
    scrubber.learn_request(url, headers, None)
    scrubber.learn_response(url, {"Set-Cookie": ["sid=cookie-secret-1; Path=/"], "X-Request-Id": ["r-aB3xY9zQ"]}, None)
    assert scrubber.url(url) == (
        f"{CANONICAL_ORIGIN}/v3/stores/{CANONICAL_STORE}/public/orders/scrubbed-slug-1?email=shopper1%40example.com"
    )
    assert scrubber.request_headers(headers) == {"Accept": "application/json"}
    assert scrubber.response_headers({"X-Request-Id": ["r-aB3xY9zQ"], "Set-Cookie": ["sid=cookie-secret-1"]}) == {
        "X-Request-Id": ["r-scrubbed-slug-1"]
    }
    assert scrubber.text("opaque-token-123456 cookie-secret-1") == "scrubbed-token-1 scrubbed-token-1001"
