"""Payment instructions from every form an order carries them in."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

import pytest
from nexus_storefront.errors import MissingExtra
from nexus_storefront.money import Money
from nexus_storefront.payments import (
    BankAccount,
    BankTransfer,
    Closed,
    Cod,
    Failed,
    Ovo,
    Paid,
    PaymentInstructions,
    Pending,
    QrCode,
    Qris,
    Redirect,
    RetailCode,
    UnknownPayment,
    VirtualAccount,
    Wallet,
    next_page,
    payment_state,
    read_payment,
)

QR = "00020101021226670016COM.NOBUBANK.WWW01189360050300000879140214"
VA_METHODS = [
    f"va_{bank}"
    for bank in (
        *("bca", "bni", "bri", "mandiri", "permata", "cimb", "bsi", "maybank", "bnc", "danamon", "artha_graha"),
        *("muamalat", "btn", "ocbc", "bjb", "sahabat_sampoerna", "artajasa"),
    )
]


def order(method: str | None, info: object = None, **more: object) -> dict[str, Any]:
    return {"payment_method": method, "pg_payment_info": info, "gross_revenue": "150000.00", **more}


def virtual_account(number: str = "8808123", **more: object) -> dict[str, Any]:
    channel = {"virtual_account_number": number, "customer_name": "Budi"}
    return {"payment_method": {"virtual_account": {"channel_properties": channel, **more}}}


@pytest.mark.parametrize("method", VA_METHODS)
def test_every_virtual_account_of_the_newer_form(method: str) -> None:
    read = read_payment(order(method, virtual_account()))
    assert isinstance(read, VirtualAccount)
    assert (read.number, read.holder, read.amount) == ("8808123", "Budi", Money(150000))
    assert read.method == method
    assert read.bank.upper().replace("BANK ", "").startswith(method[3:].replace("_", " ").upper()[:3])


def test_a_virtual_account_whose_number_is_the_orders_own() -> None:
    read = read_payment(order("va_bca", {}, payment_account_number="8808", payment_account_holder="Budi"))
    assert isinstance(read, VirtualAccount)
    assert (read.number, read.holder) == ("8808", "Budi")
    assert isinstance(read_payment(order("moon_pay", {"id": "1"}, payment_account_number="8808")), UnknownPayment)


@pytest.mark.parametrize(
    ("sub", "channel", "bank"),
    [
        ("BCA", {}, "BCA"),
        ("va_bca", {}, "BCA"),
        ("Mandiri", {}, "Mandiri"),
        ("sahabat sampoerna", {}, "Sahabat Sampoerna"),
        (None, {"channel_code": "BNI"}, "BNI"),
        (None, {}, ""),
    ],
)
def test_the_older_form_names_its_bank_in_a_second_field(sub: str | None, channel: dict[str, Any], bank: str) -> None:
    read = read_payment(order("va", virtual_account(**channel), sub_payment_method=sub))
    assert isinstance(read, VirtualAccount)
    assert read.bank == bank
    assert read.label


@pytest.mark.parametrize(
    ("method", "sub", "label"),
    [
        ("ewallet", "ID_OVO", "OVO"),
        ("ewallet", "DANA", "DANA"),
        ("retail", "ALFAMART", "Alfamart"),
        ("VA", "BCA", "BCA virtual account"),
    ],
)
def test_older_generic_methods_become_the_method_they_name(method: str, sub: str, label: str) -> None:
    read = read_payment(order(method, {}, sub_payment_method=sub))
    assert isinstance(read, Pending)
    assert read.label == label


@pytest.mark.parametrize(
    "info",
    [{"qr_string": QR}, {"payment_method": {"qr_code": {"channel_properties": {"qr_string": QR}}}}],
    ids=["flat", "nested"],
)
def test_qris_from_both_places(info: dict[str, Any]) -> None:
    read = read_payment(order("qris", info))
    assert isinstance(read, Qris)
    assert read.qr.text == QR


def test_bank_transfer_shows_the_active_transfer_accounts_and_needs_no_provider_data() -> None:
    store = {
        "payment_accounts": [
            {
                "method": "bank_transfer",
                "account_number": "111",
                "account_holder": "Toko",
                "financial_entity": {"name": "Bank Central Asia", "code": "BCA"},
            },
            {"method": "e_wallet", "account_number": "222", "account_holder": "Toko"},
            {"method": "bank_transfer", "account_number": "333", "is_active": False},
            {"method": "bank_transfer", "account_number": "444", "financial_entity": None},
        ]
    }
    read = read_payment(order("bank_transfer", {}, store=store))
    assert isinstance(read, BankTransfer)
    assert read.accounts == (
        BankAccount(bank="Bank Central Asia", number="111", holder="Toko"),
        BankAccount(bank=None, number="444", holder=None),
    )
    assert read.proof_url is None

    chosen = read_payment(
        order("bank_transfer", None, store=store, payment_account_number="111", transferproof_url="https://f/p.jpg")
    )
    assert isinstance(chosen, BankTransfer)
    assert [account.number for account in chosen.accounts] == ["111"]
    assert chosen.proof_url == "https://f/p.jpg"
    other = read_payment(order("bank_transfer", None, payment_account_number="9", payment_account_holder="X"))
    assert isinstance(other, BankTransfer)
    assert other.accounts == (BankAccount(bank=None, number="9", holder="X"),)


WALLET_ACTIONS = [
    {"url": "https://w/web", "url_type": "WEB"},
    {"url": "https://w/mobile", "url_type": "MOBILE"},
    {"url": "gojek://pay/1", "url_type": "DEEPLINK"},
]
FOR_A_SERVER = {"url": "https://api/resend", "url_type": "api", "method": "POST"}


@pytest.mark.parametrize("method", ["gopay", "dana", "linkaja", "shopeepay"])
def test_wallets_give_a_button_on_mobile_and_a_qr_code_on_desktop(method: str) -> None:
    read = read_payment(order(method, {"actions": WALLET_ACTIONS}))
    assert isinstance(read, Wallet)
    mobile, desktop = read.choose("mobile"), read.choose("desktop")
    assert mobile is not None
    assert (mobile.show, mobile.text) == ("button", "https://w/web")
    assert desktop is not None
    assert (desktop.show, desktop.text) == ("qr", "https://w/mobile")


@pytest.mark.parametrize(
    ("actions", "mobile", "desktop"),
    [
        (WALLET_ACTIONS[2:], ("button", "gojek://pay/1"), ("qr", "gojek://pay/1")),
        (WALLET_ACTIONS[:1], ("button", "https://w/web"), ("button", "https://w/web")),
        (WALLET_ACTIONS[1:2], ("button", "https://w/mobile"), ("qr", "https://w/mobile")),
        ([{"url": "https://w/n", "url_type": "NEW"}], ("button", "https://w/n"), ("button", "https://w/n")),
        ([{"url": "https://w/n"}, 7, {"url_type": "WEB"}], ("button", "https://w/n"), ("button", "https://w/n")),
        ([FOR_A_SERVER, WALLET_ACTIONS[0]], ("button", "https://w/web"), ("button", "https://w/web")),
        ([FOR_A_SERVER, {"url": "https://w/n"}], ("button", "https://w/n"), ("button", "https://w/n")),
        ([{"url": "https://w/n"}, WALLET_ACTIONS[0]], ("button", "https://w/web"), ("button", "https://w/web")),
    ],
)
def test_wallets_with_fewer_or_new_actions_still_give_something(actions: Any, mobile: Any, desktop: Any) -> None:
    read = read_payment(order("gopay", {"actions": actions}))
    assert isinstance(read, Wallet)
    for device, expected in (("mobile", mobile), ("desktop", desktop)):
        choice = read.choose(device)  # type: ignore[arg-type]
        assert choice is not None
        assert (choice.show, choice.text) == expected


def test_a_wallet_with_its_own_qr_string_shows_that_on_desktop() -> None:
    read = read_payment(order("shopeepay", {"qr_string": QR, "actions": WALLET_ACTIONS}))
    assert isinstance(read, Wallet)
    choice = read.choose("desktop")
    assert choice is not None
    assert choice.qr.text == QR


@pytest.mark.parametrize(
    "actions",
    [
        [FOR_A_SERVER],
        [{"url": "https://w/n", "url_type": "WEB", "method": "POST"}],
        [{"url": "https://w/n", "url_type": "API", "method": "GET"}],
        [],
        None,
    ],
)
def test_a_wallet_without_anything_to_open_is_paid_on_the_orders_page(actions: Any) -> None:
    made = order("gopay", {"id": "ewc-1", "actions": actions})
    read = read_payment(made | {"public_order_url": "https://shop/o/1"})
    assert isinstance(read, Redirect)
    assert read.url == "https://shop/o/1"
    assert isinstance(read_payment(made), Pending)


@pytest.mark.parametrize(("page", "show"), [("https://shop/o/1", "button"), (None, "qr")])
def test_a_phone_is_not_asked_to_scan_its_own_screen_if_there_is_a_page(page: str | None, show: str) -> None:
    read = read_payment(order("shopeepay", {"qr_string": QR}, public_order_url=page))
    assert isinstance(read, Wallet)
    choice = read.choose("mobile")
    assert choice is not None
    assert (choice.show, choice.text) == (show, page or QR)


def test_ovo_is_tied_to_the_buyers_phone() -> None:
    info = {"payment_method": {"ewallet": {"channel_properties": {"mobile_number": "+62811"}}}}
    read = read_payment(order("ovo", info))
    assert isinstance(read, Ovo)
    assert read.phone == "+62811"
    fallback = read_payment(order("ovo", {"id": "ewc-1"}, destination_address={"phone": "62812"}))
    assert isinstance(fallback, Ovo)
    assert fallback.phone == "62812"


@pytest.mark.parametrize("method", ["card", "invoice", "payment_link"])
@pytest.mark.parametrize("name", ["invoice_url", "redirect_url"])
def test_redirects(method: str, name: str) -> None:
    read = read_payment(order(method, {name: "https://pay/1"}))
    assert isinstance(read, Redirect)
    assert read.url == "https://pay/1"


HOSTED, PAGE = "https://hosted/1", "https://shop/o/1"


@pytest.mark.parametrize(("method", "kind"), [("card", Pending), ("invoice", Pending), ("moon_pay", UnknownPayment)])
def test_the_orders_page_stands_in_for_a_payment_that_holds_nothing_to_show(method: str, kind: type) -> None:
    read = read_payment(order(method, {}, payment_url=HOSTED, public_order_url=PAGE))
    assert type(read) is kind
    assert (read.hosted_url, read.order_url) == (HOSTED, PAGE)
    made = order(method, {"id": "made, and without a link"}, payment_url=HOSTED)
    read = read_payment(made | {"public_order_url": PAGE})
    assert isinstance(read, Redirect)
    assert read.url == PAGE
    assert type(read_payment(made)) is kind, "the deprecated payment_url is chosen by nobody"


@pytest.mark.parametrize("method", ["card", "invoice", "moon_pay", "gopay", "payment_link"])
@pytest.mark.parametrize("name", ["payment_url", "redirect_url", "invoice_url"])
def test_the_providers_page_comes_before_every_page_of_the_order(method: str, name: str) -> None:
    pages = {"payment_url": HOSTED, "public_order_url": PAGE, "redirect_url": "https://wa.me/62"}
    read = read_payment(order(method, {name: "https://provider/1"}, **pages))
    url = read.choose("desktop").text if isinstance(read, Wallet) else read.url  # type: ignore[attr-defined,union-attr]
    assert url == "https://provider/1"


@pytest.mark.parametrize("info", [None, {}])
def test_a_payment_link_is_a_redirect_at_once(info: object) -> None:
    read = read_payment(order("payment_link", info, redirect_url="https://r", public_order_url=PAGE))
    assert isinstance(read, Redirect)
    assert read.url == "https://r"
    assert isinstance(read_payment(order("payment_link", info, payment_url=HOSTED)), Pending)


def test_a_draft_is_finished_on_its_own_page() -> None:
    read = read_payment(order("qris", {"qr_string": QR}, status="draft", public_order_url=PAGE))
    assert isinstance(read, Redirect)
    assert read.url == PAGE


def test_retail_code() -> None:
    info = {
        "payment_method": {"over_the_counter": {"channel_properties": {"payment_code": "TN1", "customer_name": "B"}}}
    }
    read = read_payment(order("alfamart", info))
    assert isinstance(read, RetailCode)
    assert (read.code, read.holder, read.label) == ("TN1", "B", "Alfamart")


def test_cod_has_no_countdown() -> None:
    read = read_payment(order("cod", {}, payment_expiration_at="2026-01-01T00:00:00Z"))
    assert isinstance(read, Cod)
    assert read.expires_at is None


@pytest.mark.parametrize("info", [None, {}, [], "x"])
def test_ovo_is_pending_until_its_payment_is_made(info: object) -> None:
    assert isinstance(read_payment(order("ovo", info, destination_address={"phone": "62812"})), Pending)


@pytest.mark.parametrize("method", [*VA_METHODS, "va", "qris", "gopay", "alfamart", "card"])
@pytest.mark.parametrize("info", [None, {}, [], "x", {"payment_method": None}, {"actions": None}, {"qr_string": ""}])
def test_a_known_method_without_instructions_yet_is_pending(method: str, info: object) -> None:
    assert isinstance(read_payment(order(method, info)), Pending)


@pytest.mark.parametrize(
    ("info", "kind"),
    [
        ({"qr_string": QR}, Qris),
        (virtual_account(), VirtualAccount),
        ({"payment_code": "7"}, RetailCode),
        ({"actions": WALLET_ACTIONS}, Wallet),
        ({"invoice_url": "https://pay"}, Redirect),
        ({}, UnknownPayment),
        (None, UnknownPayment),
        ({"actions": "x", "payment_method": 7}, UnknownPayment),
    ],
)
def test_a_method_of_the_future_is_shown_by_what_it_holds(info: object, kind: type[PaymentInstructions]) -> None:
    read = read_payment(order("moon_pay", info))
    assert type(read) is kind
    assert read.label == "Moon pay"


@pytest.mark.parametrize(
    "hostile", [{}, {"payment_method": 7}, {"payment_method": ["x"], "pg_payment_info": 1}, None, 3]
)
def test_nothing_an_order_holds_raises(hostile: object) -> None:
    assert read_payment(hostile).kind in ("unknown", "pending")


def test_an_account_number_sent_as_a_float_is_shown_by_its_digits() -> None:
    read = read_payment(order("va_bca", {"virtual_account_number": 8800123456789012.0}))
    assert isinstance(read, VirtualAccount)
    assert read.number == "8800123456789012"


def test_a_new_bank_is_shown_by_its_code() -> None:
    read = read_payment(order("va_bank_baru", virtual_account()))
    assert isinstance(read, VirtualAccount)
    assert read.bank == "BANK BARU"


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", " JaVa\nScript:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc"),
        *("blob:https://o/1", "about:blank"),
    ],
)
def test_a_link_that_would_run_in_the_page_is_dropped(url: str) -> None:
    assert isinstance(read_payment(order("card", {"redirect_url": url})), Pending)
    assert isinstance(read_payment(order("gopay", {"actions": [{"url": url, "url_type": "WEB"}]})), Pending)
    assert next_page({"redirect_url": url, "public_order_url": "https://o"}) == "https://o"


def test_the_next_page_is_the_servers_choice_then_the_public_order() -> None:
    both = {"redirect_url": "https://r", "public_order_url": "https://o", "payment_url": "https://p"}
    assert next_page(both) == "https://r"
    assert next_page(both | {"redirect_url": None}) == "https://o"
    assert next_page({"payment_url": "https://p"}) is None


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"payment_status": "unpaid", "status": "pending"}, "open"),
        ({"payment_status": "paid"}, "paid"),
        ({"payment_status": "settled", "status": "canceled"}, "paid"),
        ({"payment_status": " SETTLED "}, "paid"),
        ({"payment_status": "Paid"}, "paid"),
        ({"payment_status": "conflict"}, "failed"),
        ({"payment_status": "CONFLICT", "paid_time": "2026-01-01T00:00:00Z"}, "failed"),
        ({"paid_time": "2026-01-01T00:00:00Z"}, "paid"),
        ({"paid_time": datetime(2026, 1, 1, tzinfo=UTC), "payment_status": None}, "paid"),
        ({"settled_time": "2026-01-01T00:00:00Z", "payment_status": ""}, "paid"),
        ({"paid_time": ""}, "open"),
        ({"paid_time": "0000-00-00 00:00:00"}, "open"),
        ({"paid_time": True}, "open"),
        ({"paid_time": "2026-01-01T00:00:00Z", "payment_status": "unpaid"}, "open"),
        ({"paid_time": "2026-01-01T00:00:00Z", "payment_status": "unpaid", "status": "Canceled"}, "closed"),
        ({"payment_status": "unpaid", "status": "canceled"}, "closed"),
        ({"payment_status": "brand_new"}, "open"),
        ({}, "open"),
    ],
)
def test_payment_state(fields: dict[str, Any], state: str) -> None:
    assert payment_state(fields) == state


@pytest.mark.parametrize(
    "found",
    [
        order("va_bca", virtual_account()),
        order("qris", {}),
        order("bank_transfer", None, payment_account_number="9"),
        order("cod", {}),
        order("card", {}, payment_url="https://hosted/1", public_order_url="https://shop/o/1"),
        order("moon_pay", {"redirect_url": "https://m"}),
        order(None),
    ],
)
@pytest.mark.parametrize(
    ("ended", "kind"),
    [({"payment_status": "paid"}, Paid), ({"payment_status": "conflict"}, Failed), ({"status": "expired"}, Closed)],
)
def test_an_order_that_is_paid_or_closed_shows_nothing_to_pay(
    found: dict[str, Any], ended: dict[str, str], kind: type
) -> None:
    before, read = read_payment(found), read_payment(found | ended)
    assert type(read) is kind
    assert read.kind == payment_state(found | ended)
    for same in ("method", "label", "amount", "expires_at", "hosted_url", "order_url", "raw"):
        assert getattr(read, same) == getattr(before, same)


def test_expiry_is_read_from_text_and_dates_and_nothing_else() -> None:
    moment = datetime(2026, 11, 21, 3, tzinfo=UTC)
    for sent in ("2026-11-21T03:00:00Z", "2026-11-21T10:00:00+07:00", moment):
        assert read_payment(order("qris", {}, payment_expiration_at=sent)).expires_at == moment
    for sent in ("soon", 7, None):
        assert read_payment(order("qris", {}, payment_expiration_at=sent)).expires_at is None


def test_what_a_repr_shows_is_no_ones_account_phone_or_link() -> None:
    orders = [
        order("va_bca", virtual_account("SECRET")),
        order("qris", {"qr_string": "SECRET"}),
        order("gopay", {"actions": [{"url": "https://SECRET", "url_type": "WEB"}]}, payment_url="https://SECRET"),
        order("ovo", {"payment_method": {"ewallet": {"channel_properties": {"mobile_number": "SECRET"}}}}),
        order("bank_transfer", None, payment_account_number="SECRET", transferproof_url="SECRET"),
        order("alfamart", {"payment_code": "SECRET", "customer_name": "SECRET"}),
        order("card", {"redirect_url": "https://SECRET"}),
    ]
    for each in orders:
        read = read_payment(each)
        assert read.kind not in ("pending", "unknown")
        assert "SECRET" not in repr(read)


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (order("va_bca", virtual_account()), "BCA virtual account: Rp150.000, to 8808123"),
        (
            order("qris", {"qr_string": QR}, payment_expiration_at="2026-11-21T03:00:00Z"),
            "QRIS: Rp150.000 until 2026-11-21 03:00 UTC, QR: .qr.terminal()",
        ),
        (
            order("bank_transfer", None, payment_account_number="9", payment_account_holder="PERSON"),
            "Bank transfer: Rp150.000, to account 9",
        ),
        (order("alfamart", {"payment_code": "7", "customer_name": "PERSON"}), "Alfamart: Rp150.000, code 7"),
        (order("card", {"redirect_url": "https://SECRET"}), "Card: Rp150.000, go on at .url"),
        (order("cod"), "Cash on delivery: Rp150.000"),
        (order("qris"), "QRIS: Rp150.000, no instructions yet: orders.instructions(secret_slug)"),
        (order("qris", payment_status="paid"), "QRIS: Rp150.000, paid"),
        (order("ovo", {"mobile_number": "PERSON"}), "OVO: Rp150.000, confirm in the OVO app"),
    ],
)
def test_what_is_printed_is_what_one_pays_with(found: dict[str, Any], shown: str) -> None:
    assert str(read_payment(found)) == shown


def test_whether_an_order_is_paid_needs_no_type_of_payment() -> None:
    code = (
        "import sys; from nexus_storefront.payments import next_page, payment_state; "
        "sys.exit('nexus_storefront.payments.instructions' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_qr_code_reads_back_from_its_png() -> None:
    import cv2
    import numpy

    png = QrCode(QR).png()
    assert png.startswith(b"\x89PNG")
    image = cv2.imdecode(numpy.frombuffer(png, dtype=numpy.uint8), cv2.IMREAD_COLOR)
    read, _, _ = cv2.QRCodeDetector().detectAndDecode(image)
    assert read == QR


def test_svg_and_terminal_forms() -> None:
    svg = QrCode(QR).svg()
    assert svg.lstrip().startswith("<?xml")
    assert "#fff" in svg
    lines = QrCode(QR).terminal().splitlines()
    assert len(lines) > 15
    assert "\x1b[" in lines[0]


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "segno", None)
    with pytest.raises(MissingExtra, match=r"nexus-storefront\[qr\]"):
        QrCode("x").png()
