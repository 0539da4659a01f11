"""A transfer's proof in one call: checked by content, streamed to the storage without our credentials, resumable."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import (
    AsyncStorefront,
    BadRequest,
    BankTransfer,
    ConnectionFailed,
    DecodeError,
    Forbidden,
    InvalidInput,
    Item,
    MemoryStore,
    Placed,
    StatusError,
    Timeouts,
    never,
    read_payment,
)
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.orders.proof_picture import MOST_BYTES, check_upload_url, file_name, image_type
from nexus_storefront.stores import StoreError
from nexus_storefront.stores.conformance import HandClock

pytestmark = pytest.mark.anyio

UPLOAD = "createStorefrontPublicOrderTransferProofUpload"
UPDATE = "updateStorefrontPublicOrder"
PNG = b"\x89PNG\r\n\x1a\n" + b"p" * 200_000
JPEG = b"\xff\xd8\xff\xe0" + b"j" * 1000
WEBP = b"RIFF\x10\x00\x00\x00WEBPVP8 " + b"w" * 1000


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    slept: list[float] = []

    async def nap(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(SYSTEM_CLOCK, "asleep", nap, raising=False)
    return slept


async def transfer(shop: AsyncStorefront, method: str = "bank_transfer") -> str:
    """The secret slug of an order to be paid by bank transfer."""
    checkout = await shop.checkout.start([Item(bundle_price_option_id=31925)], digital=True)
    checkout.set_buyer(name="Budi", email="budi@example.com")
    checkout.pay_with(method)
    await checkout.quote()
    outcome = await checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.secret_slug is not None
    return outcome.secret_slug


def puts(sandbox: Sandbox) -> list[dict[str, Any]]:
    return [request for request in sandbox.control.storage_requests() if request["method"] == "PUT"]


async def test_without_sockets() -> None:
    sandbox = Sandbox()
    async with AsyncStorefront(
        sandbox.store_id, sandbox.api_key, "http://localhost", transport=sandbox.transport()
    ) as shop:
        order = await shop.orders.send_proof(await transfer(shop), PNG)
    (put,) = puts(sandbox)
    assert (put["status"], str(order.transferproof_url).endswith(put["path"])) == (200, True)


@pytest.mark.parametrize(
    ("content", "kind", "ending"),
    [(PNG, "image/png", ".png"), (JPEG, "image/jpeg", ".jpg"), (WEBP, "image/webp", ".webp")],
)
async def test_a_proof_in_one_call(
    sandbox: Sandbox, shop: AsyncStorefront, content: bytes, kind: str, ending: str
) -> None:
    slug = await transfer(shop)
    with shop.raw() as answers:
        order = await shop.orders.send_proof(slug, content)
    assert order.transferproof_url
    read = read_payment(order)
    assert isinstance(read, BankTransfer)
    assert read.proof_url == order.transferproof_url
    assert read.transferred_at is not None
    put = next(answer.request for answer in answers if answer.request.method == "PUT")
    assert put.headers["content-type"] == kind
    assert put.headers["content-length"] == str(len(content))
    assert "transfer-encoding" not in put.headers
    assert not [name for name in put.headers if name.startswith("x-scalev") or name in ("authorization", "cookie")]
    asked = next(answer.request for answer in answers if answer.request.url.path.endswith("/transfer-proof-upload"))
    assert f'"transfer-proof{ending}"'.encode() in asked.content
    assert sandbox.control.storage_requests()[-1]["leaked"] == []
    async with httpx.AsyncClient() as storage:
        stored = await storage.get(str(order.transferproof_url))
    assert stored.content == content


async def test_from_a_path_and_from_an_open_file(shop: AsyncStorefront, tmp_path: Path) -> None:
    picture = tmp_path / "bukti transfer.jpeg"
    picture.write_bytes(JPEG)
    for source in (picture, str(picture), io.BytesIO(JPEG)):
        order = await shop.orders.send_proof(await transfer(shop), source, filename="Bukti Transfer (1).jpeg")
        assert order.transferproof_url


async def test_progress_is_told(shop: AsyncStorefront) -> None:
    told: list[tuple[int, int]] = []
    await shop.orders.send_proof(await transfer(shop), PNG, progress=lambda done, of: told.append((done, of)))
    assert told[0] == (0, len(PNG))
    assert told[-1] == (len(PNG), len(PNG))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) == 5


async def test_a_progress_function_that_fails_is_no_line_that_fails(
    sandbox: Sandbox, shop: AsyncStorefront, caplog: pytest.LogCaptureFixture
) -> None:
    def progress(sent: int, whole: int) -> None:
        raise ZeroDivisionError(sent)

    slug, before = await transfer(shop), len(puts(sandbox))
    order = await shop.orders.send_proof(slug, PNG, progress=progress)
    assert order.transferproof_url
    assert len(puts(sandbox)) == before + 1
    assert {record.getMessage() for record in caplog.records} == {"a progress function failed: ZeroDivisionError"}


async def test_the_time_of_the_transfer(shop: AsyncStorefront) -> None:
    slug, moment = await transfer(shop), datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    order = await shop.orders.send_proof(slug, JPEG, transfer_time=moment)
    assert order.transfer_time == moment
    with pytest.raises(InvalidInput, match="zone"):
        await shop.orders.send_proof(slug, JPEG, transfer_time=datetime(2026, 11, 20))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a" + b"x" * 100,
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"RIFF\x10\x00\x00\x00AVI LIST",
        b"\xff\xd8",
        b"\x89PNG\r\n\x1a\n" + bytes(MOST_BYTES),
        io.StringIO("text"),
        "/no/such/file.png",
    ],
    ids=["empty", "gif", "pdf", "svg", "avi", "short", "big", "text", "nowhere"],
)
async def test_what_is_no_picture_is_refused_before_anything_is_sent(
    sandbox: Sandbox, shop: AsyncStorefront, content: Any
) -> None:
    sandbox.control.clear_requests()
    with pytest.raises(InvalidInput):
        await shop.orders.send_proof("any-slug", content)
    with pytest.raises(InvalidInput):
        await shop.orders.send_proof("../x", JPEG)
    assert not sandbox.control.requests()


async def test_the_largest_picture_passes(shop: AsyncStorefront) -> None:
    content = JPEG + bytes(MOST_BYTES - len(JPEG))
    assert (await shop.orders.send_proof(await transfer(shop), content)).transferproof_url


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (None, "transfer-proof.png"),
        ("../../etc/passwd", "passwd.png"),
        ("C:\\fotos\\bukti.JPG", "bukti.png"),
        ("bukti transfer 🙏.jpeg", "bukti-transfer.png"),
        ("a\r\nb\x00.png", "a-b.png"),
        ("x" * 500 + ".png", "x" * 80 + ".png"),
        (".png", "png.png"),
        ("", "transfer-proof.png"),
    ],
)
async def test_file_names_are_plain(given: str | None, name: str) -> None:
    assert file_name(given, "image/png") == name


async def test_a_finished_upload_is_not_repeated(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    slug = await transfer(shop)
    sandbox.control.fault(UPDATE, "status", status=503)
    with pytest.raises(StatusError):
        await shop.orders.send_proof(slug, PNG)
    sandbox.control.clear_requests()
    before = len(puts(sandbox))
    order = await shop.orders.send_proof(slug, PNG)
    assert order.transferproof_url
    assert len(puts(sandbox)) == before
    assert not sandbox.control.requests(UPLOAD)
    assert shop._core.store.keys("proof/") == []
    # Another picture is another upload.
    other = await shop.orders.send_proof(slug, JPEG)
    assert other.transferproof_url != order.transferproof_url


async def test_an_update_whose_look_fails_is_not_said_to_be_refused(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    slug, before = await transfer(shop), len(puts(sandbox))
    sandbox.control.fault("getStorefrontPublicOrder", "status", status=403)
    with pytest.raises(StatusError) as failed:
        await shop.with_options(retry=never).orders.send_proof(slug, PNG)
    assert failed.value.may_have_taken_effect
    assert (await shop.orders.get(slug)).transferproof_url
    assert (await shop.orders.send_proof(slug, PNG)).transferproof_url
    assert len(puts(sandbox)) == before + 1


async def test_an_upload_that_the_storage_has_lost_is_made_again(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    slug = await transfer(shop)
    sandbox.control.fault(UPDATE, "status", status=503)
    with pytest.raises(StatusError):
        await shop.orders.send_proof(slug, PNG)
    (key,) = shop._core.store.keys("proof/")
    stored = shop._core.store.get(key).value.decode()
    shop._core.store.put(key, (stored + "gone").encode())
    order = await shop.orders.send_proof(slug, PNG)
    assert order.transferproof_url not in (None, stored)


async def test_an_upload_is_kept_when_the_service_only_has_no_time(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    slug, before = await transfer(shop), len(puts(sandbox))
    for status in (503, 429):
        sandbox.control.fault(UPDATE, "status", status=status)
        with pytest.raises(StatusError):
            await shop.with_options(retry=never).orders.send_proof(slug, PNG)
        sandbox.control.clear_faults()
    assert len(puts(sandbox)) == before + 1
    (key,) = shop._core.store.keys("proof/")
    shop._core.store.put(key, b"\xff\xfe")  # damaged: as if there were none
    assert (await shop.orders.send_proof(slug, PNG)).transferproof_url
    assert len(puts(sandbox)) == before + 2


@pytest.mark.parametrize("kind", ["reset", "html_502", "cut_body"])
async def test_a_lost_answer_to_the_update_is_settled_by_reading(
    sandbox: Sandbox, shop: AsyncStorefront, kind: Any
) -> None:
    slug = await transfer(shop)
    sandbox.control.fault(UPDATE, kind, when="after")
    assert (await shop.orders.send_proof(slug, JPEG)).transferproof_url


async def test_a_broken_upload_is_tried_again_with_a_new_url(
    sandbox: Sandbox, pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        slug, asked = await transfer(shop), []
        send = shop._core.shared.client.get().send
        failures: list[Any] = [httpx.WriteError("gone"), 403]

        async def flaky(request: httpx.Request, **options: Any) -> httpx.Response:
            if request.method == "PUT":
                asked.append(str(request.url))
                if failures:
                    failure = failures.pop(0)
                    if isinstance(failure, Exception):
                        raise failure
                    status, words = failure if isinstance(failure, tuple) else (failure, f"Expired {request.url}")
                    return httpx.Response(status, text=words, request=request)
            return await send(request, **options)

        monkeypatch.setattr(shop._core.shared.client.get(), "send", flaky)
        assert (await shop.orders.send_proof(slug, PNG)).transferproof_url
        assert len(set(asked)) == 3
        assert pauses == [1, 2]
        # It ends, with an error that does not show the signed URL.
        failures += [403, 403, 403]
        with pytest.raises(Forbidden) as caught:
            await shop.orders.send_proof(slug, JPEG)
        assert "signature" not in repr(caught.value) + str(caught.value.__dict__)
        failures[:] = [400]
        with pytest.raises(BadRequest):
            await shop.orders.send_proof(slug, JPEG)
        assert failures == []
        # A line that stalled, in the words of S3.
        del pauses[:], asked[:]
        failures[:] = [
            (400, "<Error><Code>RequestTimeout</Code></Error>"),
            (400, "<Error><Code>Expired</Code></Error>"),
        ]
        with pytest.raises(BadRequest):
            await shop.orders.send_proof(slug, JPEG)
        assert (len(set(asked)), pauses) == (2, [1])
        # All tries together end with the call's total.
        failures[:] = [httpx.WriteError("gone")] * 3
        del pauses[:]
        with pytest.raises(ConnectionFailed):
            await shop.with_options(timeout=Timeouts(total=2.0)).orders.send_proof(slug, JPEG)
        assert pauses == [1]


@pytest.mark.parametrize("status", [403, 408, 429, 500, 503])
async def test_a_storage_that_asks_for_the_picture_again_gets_it(
    sandbox: Sandbox, shop: AsyncStorefront, pauses: list[float], monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    slug, refused = await transfer(shop), [status]
    client = shop._core.shared.client.get()
    send = client.send

    async def refusing_once(request: httpx.Request, **options: Any) -> httpx.Response:
        if request.method == "PUT" and refused:
            return httpx.Response(refused.pop(), request=request)
        return await send(request, **options)

    monkeypatch.setattr(client, "send", refusing_once)
    assert (await shop.orders.send_proof(slug, PNG)).transferproof_url
    assert (refused, pauses) == ([], [1])


async def test_an_upload_has_the_time_that_asking_for_its_url_has_left(wire: Any) -> None:
    clock, patience = HandClock(), []

    def slowly(request: httpx.Request) -> httpx.Response:
        if request.method == "PUT":
            patience.append(request.extensions["timeout"]["read"])
            return httpx.Response(403)
        clock.go_on(1.5)
        url = {"upload_url": "https://files.test/k", "file_url": "https://files.test/k"}
        return httpx.Response(200, json=url)

    wire.default = slowly
    async with wire.shop(clock=clock, timeout=2.0) as shop:
        with pytest.raises(StatusError):
            await shop.orders.send_proof("slug", JPEG)
    assert patience == [pytest.approx(0.5, abs=0.1)]


async def test_an_order_paid_otherwise_takes_no_proof(shop: AsyncStorefront) -> None:
    slug = await transfer(shop, "qris")
    with pytest.raises(BadRequest):
        await shop.orders.send_proof(slug, PNG)


async def test_a_service_that_does_not_take_the_proof_is_told(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    slug = await transfer(shop)
    sandbox.control.fault(UPDATE, "status", status=200, body={})
    with pytest.raises(DecodeError, match="proof"):
        await shop.orders.send_proof(slug, PNG)
    sandbox.control.fault(UPLOAD, "status", status=200, body={"file_url": "https://x/y"})
    with pytest.raises(DecodeError, match="upload URL"):
        await shop.orders.send_proof(slug, JPEG)
    body = {"upload_url": "http://127.0.0.1:1/x", "file_url": "https://x/\0"}
    sandbox.control.fault(UPLOAD, "status", status=200, body=body)
    with pytest.raises(DecodeError, match="upload URL"):
        await shop.orders.send_proof(slug, JPEG)


def test_an_upload_url_that_no_request_can_have_is_refused() -> None:
    with pytest.raises(DecodeError):
        check_upload_url("https://\ud800")


@pytest.mark.parametrize("url", ["http://storage.example/x", "ftp://x/y", "javascript:1", "//x", "", "http://[", "x"])
async def test_an_upload_url_that_is_not_safe_is_refused(sandbox: Sandbox, shop: AsyncStorefront, url: str) -> None:
    with pytest.raises(DecodeError):
        check_upload_url(url)
    body = {"upload_url": url or " ", "file_url": "https://x/y"}
    sandbox.control.fault(UPLOAD, "status", status=200, body=body)
    with pytest.raises(DecodeError):
        await shop.orders.send_proof("any", PNG)


async def test_without_a_store_the_proof_still_goes_out(sandbox: Sandbox) -> None:
    class Broken(MemoryStore):
        def get(self, key: str) -> Any:
            return self.broken(key, super().get)

        def put(self, key: str, value: bytes, **options: Any) -> int:
            return self.broken(key, lambda key: super(Broken, self).put(key, value, **options))

        def delete(self, key: str, **options: Any) -> bool:
            return self.broken(key, lambda key: super(Broken, self).delete(key, **options))

        @staticmethod
        def broken(key: str, act: Any) -> Any:
            if key.startswith("proof/"):
                raise StoreError("the disk is full")
            return act(key)

    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=Broken()) as shop:
        assert (await shop.orders.send_proof(await transfer(shop), PNG)).transferproof_url


async def test_types_by_content() -> None:
    assert image_type(PNG) == "image/png"
    assert image_type(JPEG) == "image/jpeg"
    assert image_type(WEBP) == "image/webp"
