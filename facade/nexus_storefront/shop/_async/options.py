"""The keywords of a shop, for type checkers and editors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import httpx

    from ...checkout.outcomes import CheckoutPolicy
    from ...clock import Clock
    from ...events.settings import EventSettings
    from ...stores import AsyncStore, Store
    from ...transport.drift_report import DriftReport
    from ...transport.hooks import Hook
    from ...transport.retry import RetryPolicy
    from ...transport.settings import Timeouts


class Options(TypedDict, total=False):
    """What the constructor takes, all of it by name."""

    store_id: str
    api_key: str
    base_url: str
    customer: str
    store: Store | AsyncStore | None
    timeout: float | Timeouts | httpx.Timeout | None
    retry: RetryPolicy | None
    headers: Mapping[str, str] | None
    http_client: httpx.AsyncClient | None
    transport: httpx.AsyncBaseTransport | None
    http2: bool
    hooks: Sequence[Hook]
    drift: DriftReport | None
    events: EventSettings | None
    checkout_policy: CheckoutPolicy | None
    clock: Clock
