"""What may call itself a webhook: rows of what public receivers get wrong, each answered right."""

import base64
import hmac
import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from nexus_commerce.models import CheckoutIntentDetail
from nexus_storefront.errors import InvalidInput, StorefrontError
from nexus_storefront.money import Money
from nexus_storefront.webhooks import (
    BadEnvelope,
    BadSignature,
    DeletedEvent,
    IntentEvent,
    OrderEvent,
    PaymentEvent,
    StatusEvent,
    TestEvent,
    Webhook,
    WebhookRefused,
    sign,
    verify,
)
from webhook_deliveries import SECRET, envelope, intent, order, payment, signed, status


def test_a_signed_event_is_taken() -> None:
    body = envelope("payment.received", payment(), "event_1")
    found = verify(body, signed(body), SECRET)
    assert (found.event, found.unique_id, type(found)) == ("payment.received", "event_1", PaymentEvent)
    assert found.timestamp == datetime(2026, 11, 20, 3, 15, 42, 51833, UTC)


@pytest.mark.parametrize("name", ["x-scalev-hmac-sha256", "X-SCALEV-HMAC-SHA256", "X-Scalev-Hmac-Sha256"])
@pytest.mark.parametrize("shape", ["dict", "pairs", "bytes", "httpx"])
def test_headers_of_any_case_and_shape(name: str, shape: str) -> None:
    import httpx

    body = envelope("order.created", order())
    pairs = [*signed(body, name=name).items(), ("X-Scalev-App-Id", "app_1")]
    headers: Any = {
        "dict": dict(pairs),
        "pairs": pairs,
        "bytes": [(key.encode(), value.encode()) for key, value in pairs],
        "httpx": httpx.Headers(pairs),
    }[shape]
    assert verify(body, headers, SECRET).app_id == "app_1"


def test_a_secret_that_is_being_changed() -> None:
    body = envelope("order.created", order())
    for secrets in (["old", SECRET], [SECRET, "old"], (secret for secret in ("old", SECRET)), f" {SECRET}\n"):
        assert verify(body, signed(body), secrets).event == "order.created"
    with pytest.raises(BadSignature):
        verify(body, signed(body), ["old", "older"])


@pytest.mark.parametrize("secrets", ["", " ", [], [""], [None], None, ()])
def test_no_secret_refuses_everything(secrets: Any) -> None:
    body = envelope("order.created", order())
    for key in ("", "None", "[object Object]", SECRET):
        headers = {"X-Scalev-Hmac-Sha256": base64.b64encode(hmac.digest(key.encode(), body, "sha256")).decode()}
        with pytest.raises(BadSignature):
            verify(body, headers, secrets)


@pytest.mark.parametrize("secrets", [5, b"x", {"key": "x"}, [{"key": SECRET}], [b"x"], "\ud800", object()])
def test_a_key_of_the_wrong_type_is_refused_by_name(secrets: Any) -> None:
    body = envelope("order.created", order())
    with pytest.raises(InvalidInput, match="secret"):
        verify(body, signed(body), secrets)


@pytest.mark.parametrize("body", ["text", None, {"event": "x"}, 5])
def test_only_raw_bytes_are_verified(body: Any) -> None:
    with pytest.raises(InvalidInput, match="raw bytes"):
        verify(body, {}, SECRET)


@pytest.mark.parametrize(
    "spelling", [lambda d: json.dumps(d, indent=1), lambda d: json.dumps(d, ensure_ascii=False) + "\n"]
)
def test_the_bytes_count_not_what_they_say(spelling: Any) -> None:
    found = json.loads(envelope("order.created", order(name="kopi é")))
    body = spelling(found).encode()
    assert verify(body, signed(body), SECRET).data["name"] == "kopi é"
    with pytest.raises(BadSignature):
        verify(json.dumps(found).encode(), signed(body), SECRET)


def wrong(body: bytes) -> list[Any]:
    right = sign(body, SECRET)
    raw = base64.b64decode(right)
    last = "A" if right[-2] != "A" else "B"
    return [
        None,
        "",
        " ",
        "undefined",
        right[:-1],
        right + "=",
        right[:10],
        right.lower(),
        raw.hex(),
        "sha256=" + right,
        base64.urlsafe_b64encode(b"\xfb\xff" * 16).decode(),
        base64.b64encode(raw + b"x").decode(),
        right[:-2] + last + "=",
        base64.b64encode(raw[:-1]).decode(),
        "é" * 44,
        "=" * 44,
        right[:20] + "\n" + right[20:],
        right[:20] + " " + right[20:],
    ]


def test_every_other_signature_is_refused_the_same_way() -> None:
    body = envelope("business.test_event", unique_id=None)
    for given_ in wrong(body):
        headers = {} if given_ is None else {"X-Scalev-Hmac-Sha256": given_}
        with pytest.raises(BadSignature) as caught:
            verify(body, headers, SECRET)
        assert caught.value.answer == 401
    right = signed(body)["X-Scalev-Hmac-Sha256"]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    twin = f"{right[:-2]}{alphabet[alphabet.index(right[-2]) + 1]}="
    assert base64.b64decode(twin) == base64.b64decode(right)  # another spelling of the same bytes
    with pytest.raises(BadSignature):
        verify(body, {"X-Scalev-Hmac-Sha256": twin}, SECRET)
    with pytest.raises(BadSignature):
        verify(body, [("X-Scalev-Hmac-Sha256", right), ("x-scalev-hmac-sha256", right)], SECRET)
    with pytest.raises(BadSignature):
        verify(b"not json at all", {"X-Scalev-Hmac-Sha256": right}, SECRET)  # never parsed


@pytest.mark.parametrize("unique_id", [None, "event_test"])
@pytest.mark.parametrize("data", [{}, None])
def test_the_test_event_with_or_without_an_id(unique_id: str | None, data: Any) -> None:
    body = json.dumps(
        {"event": "business.test_event", "data": data} | ({"unique_id": unique_id} if unique_id else {})
    ).encode()
    found = verify(body, signed(body), SECRET)
    assert (type(found), found.unique_id, found.data) == (TestEvent, unique_id, {})


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"5",
        b'"x"',
        b"{",
        b"\xff\xfe\xfa",
        b"[" * 10**5,
        b'{"event":"order.created"}',
        envelope("order.created", [1]),
        envelope("order.created", order(), None),
        envelope("", {}),
        envelope("order.x", None, None),
        b'{"event":5,"unique_id":"x","data":{}}',
        b'{"event":"order.created","unique_id":"x","data":{"a":NaN}}',
        b'{"event":"order.created","unique_id":"x","data":{"a":1e9999999999999999999}}',
        envelope("order.created", {}, "x" * 256),
    ],
)
def test_signed_but_no_envelope(body: bytes) -> None:
    with pytest.raises(BadEnvelope) as caught:
        verify(body, signed(body), SECRET)
    assert caught.value.answer == 400


@pytest.mark.parametrize("event", ["shipment.status.updated", "order.e_payment_created", "x"])
def test_an_event_of_no_page_is_taken(event: str) -> None:
    body = envelope(event, {"anything": [1]})
    found = verify(body, signed(body), SECRET)
    assert (type(found), found.data, found.about) == (Webhook, {"anything": [1]}, None)


def taken(event: str, data: Any) -> Any:
    body = envelope(event, data)
    return verify(body, signed(body), SECRET)


@pytest.mark.parametrize("event", ["order.created", "order.spam_created", "order.epayment_created", "order.updated"])
def test_a_whole_order(event: str) -> None:
    found = taken(event, order(at=7, new_field={"x": 1}))
    assert isinstance(found, OrderEvent)
    assert (found.order_id, found.id, found.secret_slug, found.status) == ("A1", "019d-A1", "slug-A1", "pending")
    assert (found.gross_revenue, found.payment, found.email, found.phone) == (
        Money(318724),
        "open",
        "sari@example.com",
        "6281234567890",
    )
    (line,) = found.lines
    assert (line.variant_unique_id, line.quantity, line.variant_price, line.product_name) == (
        "variant_1",
        2,
        Money(150000),
        "Kaos Hitam",
    )
    assert found.data["new_field"] == {"x": 1}
    assert found.newer_than(taken(event, order(at=6)))
    assert not found.newer_than(taken(event, order(at=7)))


def test_money_is_exact_however_it_is_written() -> None:
    body = envelope("order.created", order()).replace(b'"318724.00"', b"318724.10")
    found = verify(body, signed(body), SECRET)
    assert isinstance(found, OrderEvent)
    assert found.gross_revenue.amount == Decimal("318724.10")


@pytest.mark.parametrize(("written", "read"), [(b"2.0", 2), (b"2.5", 0), (b"1e999999", 0)])
def test_pieces_are_whole_however_they_are_written(written: bytes, read: int) -> None:
    body = envelope("order.created", order()).replace(b'"quantity": 2', b'"quantity": ' + written)
    assert written in body
    found = verify(body, signed(body), SECRET)
    assert isinstance(found, OrderEvent)
    assert found.lines[0].quantity == read


@pytest.mark.parametrize(
    ("status_", "more", "state"),
    [
        ("paid", {}, "paid"),
        ("settled", {}, "paid"),
        ("SETTLED", {}, "paid"),
        ("conflict", {}, "failed"),
        ("unpaid", {}, "open"),
        ("unpaid", {"unpaid_time": "2026-11-20T09:00:00Z"}, "open"),
        ("refunded", {}, "open"),
    ],
)
def test_a_payment_is_what_its_status_says_not_its_times(status_: str, more: Any, state: str) -> None:
    found = taken("order.payment_status_changed", payment(status=status_, **more))
    assert isinstance(found, PaymentEvent)
    assert found.payment == state
    assert not hasattr(found, "lines")


def test_the_other_kinds() -> None:
    assert isinstance(taken("order.status_changed", status()), StatusEvent)
    assert taken("order.status_changed", status(value="In Process")).status == "in_process"
    assert isinstance(taken("order.deleted", {"order_id": "A1"}), DeletedEvent)
    found = taken("checkout_intent.abandoned", intent())
    assert isinstance(found, IntentEvent)
    assert (found.about, found.email, found.phone, found.contactable) == ("019d2c14", "sari@example.com", None, True)
    done = taken("checkout_intent.completed", intent(status="completed", order={"order_id": "A1", "secret_slug": "s"}))
    assert (done.order_id, done.secret_slug) == ("A1", "s")


@pytest.mark.parametrize(
    ("present", "day", "usable"),
    [
        ({}, 21, True),
        ({"status": "active"}, 21, True),
        ({"status": "completed"}, 21, False),  # bought since the event was made
        ({"status": "of the future"}, 21, False),
        ({"status": None}, 21, False),
        ({"id": "another"}, 21, False),
        ({"recovery_url": None}, 21, False),
        ({"recovery_url_expires_at": None}, 21, True),
        ({}, 30, False),  # run out
    ],
)
def test_a_recovery_link_counts_by_what_the_intent_is_now(present: Any, day: int, usable: bool) -> None:
    found = taken("checkout_intent.abandoned", intent())
    now = {**intent(), "recovery_url": "https://demo.example.com/checkout?cip_NEW", **present}
    for state in (now, CheckoutIntentDetail.from_dict(now)):
        link = found.recovery_url(state, datetime(2026, 12 if day == 30 else 11, day, tzinfo=UTC))
        assert link == ("https://demo.example.com/checkout?cip_NEW" if usable else None)
    assert found.recovery_url(None, datetime(2026, 11, 21, tzinfo=UTC)) is None


def test_nothing_personal_or_secret_is_shown() -> None:
    shown = ""
    for event, data in (
        ("order.created", order()),
        ("payment.received", payment()),
        ("checkout_intent.abandoned", intent()),
    ):
        found = taken(event, data)
        shown += repr(found) + str(getattr(found, "lines", ""))
    try:
        verify(envelope("order.created", order()), {"X-Scalev-Hmac-Sha256": "c2VjcmV0"}, SECRET)
    except WebhookRefused as error:
        shown += repr(error) + str(error)
    for secret in ("slug-A1", "sari@", "6281234567890", "cip_SECRET", "kasir@", SECRET, "c2VjcmV0"):
        assert secret not in shown


@settings(deadline=None, derandomize=True)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*order(), *payment(), *intent(), "x"]), inner),
        max_leaves=30,
    ),
    st.sampled_from(["order.created", "payment.received", "order.deleted", "checkout_intent.abandoned", "x.y"]),
)
def test_no_payload_raises(data: Any, event: str) -> None:
    body = envelope(event, data)
    try:
        found = verify(body, signed(body), SECRET)
    except StorefrontError:
        return
    for name in dir(found):
        if name[0] != "_" and name not in ("newer_than", "recovery_url"):
            getattr(found, name)
    if isinstance(found, IntentEvent):
        found.recovery_url(found.data, datetime(2026, 11, 21, tzinfo=UTC))
    assert not found.newer_than(found)
