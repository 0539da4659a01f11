"""No error of ours, and none that passes through us, has a frame whose variables hold a secret as plain text."""

from __future__ import annotations

import os
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import httpx
import pytest
from frames import SERVICE_FAILURES, Failing, Handler, Interrupted, Service, leaks
from lengths import of_this_half
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, Item, MemoryStore, StorefrontError, never
from nexus_storefront.auth.session_record import SessionRecord
from scripted import Scripted

pytestmark = pytest.mark.anyio

PASSWORD, NEW = "kata-sandi-contoh", "kata-sandi-yang-baru"
OTP, LINK_TOKEN = "918273", "token-of-the-link-0123456789"
LINK = f"https://toko.example/reset-password?token={LINK_TOKEN}"


OTHER_FAILURES = ["get fails", "put fails", "all of the store fails", "closed", "closed client", "no client", "no time"]

CALLS: dict[str, Callable[[AsyncStorefront, str], Any]] = {
    "login": lambda shop, email: shop.auth.login(email, PASSWORD),
    "verify_otp": lambda shop, email: shop.auth.verify_otp(email, OTP),
    "save_password": lambda shop, email: shop.auth.save_password(shop.auth.token_from_reset_link(LINK), NEW, NEW),
    "set_password": lambda shop, email: shop.account.set_password(NEW),
    "profile": lambda shop, email: shop.account.profile(),
    "refresh": lambda shop, email: refreshed(shop),
    "logout": lambda shop, email: shop.auth.logout(),
    "logout_everywhere": lambda shop, email: shop.auth.logout_everywhere(),
    "cart.get": lambda shop, email: shop.cart.get(),
    "cart.guest.add": lambda shop, email: shop.cart.guest.add(variant_id=494535),
    "cart.customer.add": lambda shop, email: shop.cart.customer.add(variant_id=494535),
    "orders.mine": lambda shop, email: shop.orders.mine().all(),
    "place": lambda shop, email: placed(shop, [Item(bundle_price_option_id=31925)]),
    "place the cart": lambda shop, email: placed(shop, None),
    "upload": lambda shop, email: shop._core.send_elsewhere("PUT", "https://storage.test/u", headers={}, content=b"x"),
}


async def refreshed(shop: AsyncStorefront) -> Any:
    session: Any = shop._core.session
    session._in_use.current.fresh_until = session._in_use.current.valid_until = 0.0
    return await shop.account.profile()


async def placed(shop: AsyncStorefront, items: list[Item] | None) -> Any:
    checkout = await shop.checkout.start(items, digital=True)
    checkout.pay_with("bank_transfer")
    await checkout.quote()
    return await checkout.place()


async def a_shop(sandbox: Sandbox, service: Service, store: Failing, **options: Any) -> AsyncStorefront:
    where = (sandbox.store_id, sandbox.api_key, sandbox.base_url)
    return AsyncStorefront(*where, store=store, retry=never, timeout=9, **options)


async def secrets_of(store: Failing) -> list[str]:
    """Those that the store holds now, and those that the calls are given."""
    found = [PASSWORD, NEW, OTP, LINK_TOKEN]
    for key in store.keys(""):
        entry = MemoryStore.get(store, key)
        value = b"" if entry is None else entry.value
        record = SessionRecord.from_bytes(value)
        if record is not None:
            found += [str(record.access), str(record.refresh)]
        elif key.startswith("guest/"):
            found.append(value.decode())
    return [secret for secret in found if secret]


@pytest.fixture
def service(sandbox: Sandbox, in_process: Callable[[Any], Handler]) -> Service:
    return Service(in_process(sandbox.asgi()))


async def prepared(sandbox: Sandbox, service: Service, store: Failing, email: str) -> AsyncStorefront:
    """A shop with a guest's cart and a customer signed in, in the hands of a process that has used both."""
    shop = await a_shop(sandbox, service, store, transport=Scripted(service))
    await shop.cart.guest.add(bundle_price_option_id=31925)
    sandbox.control.add_customer(email, PASSWORD, name="Sari")
    await shop.auth.login(email, PASSWORD, keep_cart=False)
    await shop.account.profile()
    return shop


async def look(call: str, shop: AsyncStorefront, email: str, secrets: list[str]) -> None:
    failed: BaseException | None = None
    try:
        await CALLS[call](shop, email)
    except BaseException as error:
        failed = error
    if failed is not None:
        assert not leaks(failed, secrets, but_not_in=__file__)


@pytest.mark.parametrize(("call", "failure"), of_this_half(__name__, CALLS, SERVICE_FAILURES))
async def test_of_a_service_that_fails(
    sandbox: Sandbox, service: Service, naps: list[float], call: str, failure: str
) -> None:
    store, email = Failing(), f"{uuid4().hex}@example.com"
    shop = await prepared(sandbox, service, store, email)
    secrets = await secrets_of(store)
    service.failing = SERVICE_FAILURES[failure]
    await look(call, shop, email, [*secrets, *await secrets_of(store)])


@pytest.mark.parametrize(("call", "failure"), of_this_half(__name__, CALLS, OTHER_FAILURES))
async def test_of_an_environment_that_fails(
    sandbox: Sandbox, service: Service, naps: list[float], monkeypatch: pytest.MonkeyPatch, call: str, failure: str
) -> None:
    store, email = Failing(), f"{uuid4().hex}@example.com"
    shop = await prepared(sandbox, service, store, email)
    secrets = await secrets_of(store)
    if failure == "closed":
        await shop.aclose()
    elif failure == "closed client":
        client = httpx.AsyncClient()
        shop = await a_shop(sandbox, service, store, http_client=client)
        await client.aclose()
    elif failure == "no client":
        monkeypatch.setenv("SSL_CERT_FILE", f"{os.devnull}/cert.pem")
        shop = await a_shop(sandbox, service, store)
    elif failure == "no time":
        shop = shop.with_options(timeout=0.0001)
    else:
        shop = await a_shop(sandbox, service, store, transport=Scripted(service))
        store.fails = {"get fails": {"get"}, "put fails": {"put"}}.get(failure, {"get", "put"})
    await look(call, shop, email, secrets)
    store.fails = set()
    await shop.aclose()


async def test_of_an_interrupt_while_an_answer_is_read(
    sandbox: Sandbox, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the tokens of a sign-in are in nobody's hands yet."""

    def interrupted(content: bytes) -> None:
        raise Interrupted

    shop = await a_shop(sandbox, service, Failing(), transport=Scripted(service))
    sandbox.control.add_customer(email := f"{uuid4().hex}@example.com", PASSWORD)
    monkeypatch.setattr("nexus_commerce._call.json", SimpleNamespace(loads=interrupted))
    with shop.raw() as received, pytest.raises(Interrupted) as caught:
        await shop.auth.login(email, PASSWORD)
    pair = received[0].json()
    assert not leaks(caught.value, [PASSWORD, pair["access"], pair["refresh"]], but_not_in=__file__)


async def test_of_an_interrupt_while_a_session_is_read_from_the_store(
    sandbox: Sandbox, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise Interrupted

    store = Failing()
    shop = await prepared(sandbox, service, store, f"{uuid4().hex}@example.com")
    secrets = await secrets_of(store)
    monkeypatch.setattr("nexus_storefront.auth.session_record.load", interrupted)
    for call in (shop.auth.state, shop.auth.logout):
        with pytest.raises(Interrupted) as caught:
            await call()
        assert not leaks(caught.value, secrets, but_not_in=__file__)


@pytest.mark.parametrize("call", ["login", "set_password", "save_password", "verify_otp"])
async def test_of_what_is_refused_here(sandbox: Sandbox, service: Service, call: str) -> None:
    shop = await a_shop(sandbox, service, Failing(), transport=Scripted(service))
    token = shop.auth.token_from_reset_link(LINK)
    refused = {
        "login": [lambda: shop.auth.login("a@example.com", NEW * 99), lambda: shop.auth.login("nobody", PASSWORD)],
        "set_password": [lambda: shop.account.set_password(NEW * 99), lambda: shop.account.set_password(NEW)],
        "save_password": [
            lambda: shop.auth.save_password(token, NEW, PASSWORD),
            lambda: shop.auth.save_password(token, NEW + "\0", NEW),
            lambda: shop.auth.save_password(LINK_TOKEN, NEW, NEW),  # type: ignore[arg-type]
            lambda: shop.auth.token_from_reset_link(LINK + "\0"),
            lambda: shop.auth.token_from_reset_link(LINK + "&token=" + LINK_TOKEN),
        ],
        "verify_otp": [
            lambda: shop.auth.verify_otp("a@example.com", OTP * 999),
            lambda: shop.auth.verify_otp("nobody", OTP),
        ],
    }
    for make in refused[call]:
        with pytest.raises(StorefrontError) as caught:
            await make()
        assert not leaks(caught.value, [PASSWORD, NEW, OTP, LINK_TOKEN], but_not_in=__file__)


@pytest.mark.parametrize("failure", [*SERVICE_FAILURES, "put fails", "get fails"])
@pytest.mark.parametrize("ready", ["then fails", "fails at the order"])
async def test_of_a_guests_order(
    sandbox: Sandbox, service: Service, naps: list[float], failure: str, ready: str
) -> None:
    store = Failing()
    shop = await a_shop(sandbox, service, store, transport=Scripted(service))
    await shop.cart.guest.add(bundle_price_option_id=31925)
    checkout = await shop.checkout.start(digital=True)
    checkout.set_buyer(name="A", email="a@example.com", phone="6281234567890")
    checkout.pay_with("bank_transfer")
    await checkout.quote()
    real, secrets = service.real, await secrets_of(store)

    def at_the_order(request: httpx.Request) -> httpx.Response:
        if ready == "then fails" or (request.method == "POST" and request.url.path.endswith("/public/checkout")):
            return SERVICE_FAILURES[failure](request)
        return real(request)

    if failure in SERVICE_FAILURES:
        service.failing = at_the_order
    else:
        store.fails = {failure.split()[0]}
    failed: BaseException | None = None
    try:
        outcome = await checkout.place()
        failed = getattr(outcome, "error", None)
    except BaseException as error:
        failed = error
    if failed is not None:
        assert not leaks(failed, secrets, but_not_in=__file__)
