"""A span per call."""

from __future__ import annotations

import httpx
import pytest
from nexus_storefront import InvalidInput, NotFound, Storefront
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.otel import tracing
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode


def test_a_span_tells_the_operation_and_no_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SYSTEM_CLOCK, "sleep", lambda seconds: None, raising=False)
    exporter = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    answers: list[Exception | httpx.Response] = [
        httpx.ConnectError("no"),
        httpx.Response(503),
        httpx.Response(404, headers={"x-request-id": "r1"}),
        httpx.Response(200, json={}),
    ]

    def service(request: httpx.Request) -> httpx.Response:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    transport = httpx.MockTransport(service)
    hook = tracing(provider)
    with Storefront("store_x", "sfpk_x", "https://api.test", transport=transport, hooks=[hook]) as shop:
        with provider.get_tracer("test").start_as_current_span("page"), pytest.raises(NotFound):
            shop.orders.get("very-secret")
        shop.catalog.count()
    failed, page, good = exporter.get_finished_spans()
    assert failed.name == "GET /v3/stores/{store_id}/public/orders/{secret_slug}"
    assert (failed.kind, failed.status.status_code) == (SpanKind.CLIENT, StatusCode.ERROR)
    assert failed.parent is not None
    assert failed.parent.span_id == page.context.span_id
    attributes = dict(failed.attributes or {})
    assert attributes["nexus.operation_id"] == "getStorefrontPublicOrder"
    assert attributes["http.response.status_code"] == 404
    assert attributes["http.request.resend_count"] == 2
    assert attributes["nexus.request_id"] == "r1"
    lost, busy = failed.events
    assert lost.name == busy.name == "retry"
    assert dict(lost.attributes or {}).items() >= {"attempt": 1, "error.type": "ConnectionFailed"}.items()
    assert dict(busy.attributes or {}).items() >= {"error.type": "503", "http.response.status_code": 503}.items()
    assert (good.attributes or {})["http.response.status_code"] == 200
    assert good.status.status_code is StatusCode.UNSET
    assert "very-secret" not in failed.to_json()


def test_what_makes_no_spans_is_refused() -> None:
    with pytest.raises(InvalidInput, match="provider"):
        tracing(5)  # type: ignore[arg-type]
