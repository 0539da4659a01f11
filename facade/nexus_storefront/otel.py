"""OpenTelemetry spans, one per call: `Storefront(..., hooks=[tracing()])`. Needs the extra `otel`.

A span is named after method and path template, and carries operation id, status and attempts; no header, id or body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import InvalidInput, MissingExtra
from .transport.hooks import CallEvent, Hook

if TYPE_CHECKING:
    from opentelemetry.trace import Span, TracerProvider

__all__ = ["tracing"]


def tracing(provider: TracerProvider | None = None) -> Hook:
    """A hook that makes a client span of every call, as a child of the span that is current when it starts.

    `provider` is the global one if None.
    """
    try:
        from opentelemetry.trace import SpanKind, Status, StatusCode, get_tracer
    except ImportError:
        raise MissingExtra("tracing needs opentelemetry-api: pip install 'nexus-storefront[otel]'") from None
    if provider is not None and not hasattr(provider, "get_tracer"):
        raise InvalidInput("provider must be a TracerProvider")
    tracer = get_tracer("nexus_storefront", tracer_provider=provider)
    open_spans: dict[int, Span] = {}

    def hook(event: CallEvent) -> None:
        if event.phase == "start":
            open_spans[event.call] = tracer.start_span(
                f"{event.method} {event.route}",
                kind=SpanKind.CLIENT,
                attributes={
                    "nexus.operation_id": event.operation_id,
                    "http.request.method": event.method,
                    "url.template": event.route,
                },
            )
            return
        span = open_spans.get(event.call) if event.phase == "attempt" else open_spans.pop(event.call, None)
        if span is None:
            return
        if event.phase == "attempt":
            cause: dict[str, str | int] = {"error.type": event.error or str(event.status)}
            if event.status is not None:
                cause["http.response.status_code"] = event.status
            span.add_event("retry", {"attempt": event.attempt, "wait": event.wait or 0.0, **cause})
            return
        span.set_attribute("http.request.resend_count", event.attempt - 1)
        if event.status is not None:
            span.set_attribute("http.response.status_code", event.status)
        if event.request_id is not None:
            span.set_attribute("nexus.request_id", event.request_id)
        if event.error is not None or (event.status or 0) >= 400:
            span.set_attribute("error.type", event.error or str(event.status))
            span.set_status(Status(StatusCode.ERROR))
        span.end()

    return hook
