"""What people write, type and paste is taken as they mean it, everywhere by the same rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from nexus_commerce.models import CustomerAddress
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, InvalidInput, Item, Placed, SignedIn
from nexus_storefront.auth.rules import check_email, check_otp, reset_token

pytestmark = pytest.mark.anyio

GOODS = 494535
PASSWORD = "kata-sandi-contoh"
PROSE = [
    "Jl. Melati No. 5\nRT 01/RW 02",
    "Jl. Melati No. 5\r\nRT 01/RW 02",
    "Jl. Melati No. 5\n",
    "\tJl. Melati\t5",
    "Jl.\u00a0Melati\u00a05",
    "Jl. Melati 5\u2028RT 01",
    "Jl. Melati 5\x0bRT 01",
    "Jl. Melati 5\u200b",
    "👨\u200d👩\u200d👧 Jl. Melati 5",
]
WHERE: dict[str, Any] = {"location_id": 9089, "postal_code": "10510", "address": "Jl. Contoh 3"}

Reply = Callable[..., httpx.Response]


@pytest.mark.parametrize("prose", PROSE)
async def test_prose_is_ordered_with_as_it_is(sandbox: Sandbox, shop: AsyncStorefront, prose: str) -> None:
    checkout = await shop.checkout.start([Item(variant_id=GOODS)])
    checkout.set_buyer(name=prose, email="a@example.com", phone="6281234567890")
    checkout.deliver_to(**(WHERE | {"address": prose}), province=prose, city=prose, subdistrict=prose)
    checkout.set_notes(prose)
    checkout.pay_with("cod")
    checkout.ship_with((await checkout.shipping_options())[0])
    await checkout.quote()
    with shop.raw() as answers:
        assert isinstance(await checkout.place(), Placed)
    (body,) = [json.loads(each.request.content) for each in answers if each.url.path.endswith("/public/checkout")]
    for name in ("customer_name", "shipping_address", "shipping_province", "shipping_city", "notes"):
        assert body[name] == prose


@pytest.mark.parametrize("prose", PROSE)
async def test_prose_of_an_address_book_is_read_and_sent_back(
    sandbox: Sandbox, shop: AsyncStorefront, prose: str
) -> None:
    await shop.auth.login("sari@example.com", PASSWORD)
    saved = await shop.account.add_address(
        name=prose, phone="081234567890", address=prose, notes=prose, location_id=9089, postal_code="10510"
    )
    read = await shop.account.address(present_id(saved))
    assert (read.name, read.address, read.notes) == (prose, prose, prose)
    again = await shop.account.update_address(present_id(saved), name=read.name, address=read.address, notes=read.notes)
    assert (again.name, again.address, again.notes) == (prose, prose, prose)
    await shop.account.update(name=prose)
    await shop.account.remove_address(present_id(saved))
    await shop.auth.logout()


def present_id(address: CustomerAddress) -> int | str:
    assert isinstance(address.id, (int, str))
    return address.id


async def test_an_address_without_a_postal_code_is_saved_and_bought_to(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    await shop.auth.login("sari@example.com", PASSWORD)
    await shop.account.add_address(name="Rumah", phone="0812", address="Desa Contoh", location_id=9089)
    (address,) = [each for each in await shop.checkout.my_addresses() if each.address == "Desa Contoh"]
    for deliver in (
        lambda checkout: checkout.deliver_to_saved(address),
        lambda checkout: checkout.deliver_to(location_id=9089, address="Desa Contoh"),
    ):
        checkout = await shop.checkout.start([Item(variant_id=GOODS)])
        deliver(checkout)  # type: ignore[no-untyped-call]
        checkout.pay_with("cod")
        checkout.ship_with((await checkout.shipping_options())[0])
        await checkout.quote()
        assert isinstance(await checkout.place(), Placed)
    await shop.account.remove_address(present_id(address))
    await shop.auth.logout()
    guest = await shop.checkout.start([Item(variant_id=GOODS)])
    with pytest.raises(InvalidInput, match="postal_code"):
        guest.deliver_to(location_id=9089, address="Desa Contoh")


@pytest.mark.parametrize(
    ("pasted", "sent"),
    [
        (" +6281234567890 ", "+6281234567890"),
        ("\u202a+62 812-3456-7890\u202c", "+62 812-3456-7890"),
        ("\u200e+62\u00a0812\u200b3456", "+62 8123456"),
        ("\ufeff081234567890\n", "081234567890"),
        ("tel:+6281234567890", "+6281234567890"),
        ("＋６２８１２３４５６７８９０", "+6281234567890"),
    ],
)
async def test_a_phone_number_is_sent_without_what_was_pasted_with_it(
    wire: Any, reply: Reply, pasted: str, sent: str
) -> None:
    async with wire.shop() as shop:
        checkout = await shop.checkout.start([Item(variant_id=GOODS)])
        checkout.set_buyer(name="A", email=" a@example.com\u200b\n", phone=pasted)
        body = checkout._order_body()
    assert (body["customer_phone"], body["customer_email"]) == (sent, "a@example.com")


async def test_a_one_time_password_is_the_same_in_groups(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    for form in ("{} {}", "{}-{}", "{}\u2011{}", "{}\u00a0{}\n", "\u200b{}\u200b{}\u200b", " {}\t{} "):
        challenge = await shop.auth.login(" budi@example.com\u200b", PASSWORD)
        assert not isinstance(challenge, SignedIn)
        code = sandbox.control.otp("budi@example.com")
        assert code is not None
        assert isinstance(await challenge.verify(form.format(code[:3], code[3:])), SignedIn)
        await shop.auth.logout()


def test_codes_and_addresses_are_read_by_what_they_say() -> None:
    assert check_otp("１２３ ４５６") == "123456"
    assert check_otp("AB-12") == "AB12"
    assert check_email("\ufeff a@example.com\r\n") == "a@example.com"
    for odd in ("a @example.com", "a\u200b@example.com", "a@exam\u00a0ple.com", "a@b@c"):
        with pytest.raises(InvalidInput, match="e-mail"):
            check_email(odd)
    for odd in ("", " - ", "\u200b", None, 123456, "12\x0034"):
        with pytest.raises(InvalidInput, match="otp"):
            check_otp(odd)


@pytest.mark.parametrize(
    "pasted",
    [
        " https://toko.example/reset-password?token=abc.def ",
        "https://toko.example/reset-password?token=abc\n .def\n",
        "\u200bhttps://toko.example/reset-password?token=abc.def\u200b",
        "https://toko.example/reset-password?token=abc.def%20",
        "https://toko.example/reset-password?token=%E2%80%8Babc.def%0A",
    ],
)
def test_a_reset_link_is_read_as_a_browser_opens_it(pasted: str) -> None:
    assert reset_token(pasted) == "abc.def"
