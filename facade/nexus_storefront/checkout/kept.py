"""A checkout as a text, to be taken up again in another request, process or machine. Pure.

It names the buyer and the address: keep it like the shopper's session. It holds no token.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from ..contents import Content
from ..errors import InvalidInput
from ..stores.records import dump, load
from .choices import Choices
from .outcomes import Quote

if TYPE_CHECKING:
    from ..clock import Clock

__all__ = ["KeptCheckout", "read_checkout"]

_LONGEST = 200_000


@attrs.frozen
class _KeptQuote:
    """The quote as it was shown, which is as old as it is."""

    content: Content
    request: Mapping[str, object]
    summary: Mapping[str, object]
    at: float
    """Epoch seconds."""


@attrs.frozen(kw_only=True)
class KeptCheckout:
    """Everything that was chosen, and the quote."""

    store_id: str
    key: str | None = None
    attempt_id: str | None = None
    choices: Choices
    quote: _KeptQuote | None = None

    @classmethod
    def of(cls, choices: Choices, clock: Clock, store_id: str, key: str | None, attempt_id: str | None) -> KeptCheckout:
        made, quote = choices.quoted, None
        if made is not None:
            at = clock.time() - (clock.monotonic() - made.made_at)
            quote = _KeptQuote(made.content, made.request, made.summary.to_dict(), at)
        return cls(store_id=store_id, key=key, attempt_id=attempt_id, choices=choices, quote=quote)

    def to_text(self) -> str:
        return json.dumps(dump(self), separators=(",", ":"), ensure_ascii=False)

    def quoted(self, clock: Clock) -> Quote | None:
        from nexus_commerce.models import CustomerCheckoutSummaryResponse, StorefrontCheckoutSummaryResponse

        quote = self.quote
        if quote is None:
            return None
        summary = CustomerCheckoutSummaryResponse if self.choices.customer else StorefrontCheckoutSummaryResponse
        made_at = clock.monotonic() - max(0.0, clock.time() - quote.at)
        return Quote(quote.content, quote.request, made_at, summary.from_dict(quote.summary))


def read_checkout(text: object, store_id: str) -> KeptCheckout:
    """What `to_text` gave, for this store. Raises `InvalidInput` for anything else."""
    kept = load(KeptCheckout, text) if isinstance(text, str) and len(text) <= _LONGEST else None
    if kept is None:
        raise InvalidInput("this is no checkout that dump() of this version gave")
    if kept.store_id != store_id:
        raise InvalidInput("this checkout was kept for another store")
    return kept
