"""What the calls of a session use at this moment: the access token, and how the session ended. Pure."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from ..errors import SessionLost
from ..log import logger
from .session_record import WHY, LostReason, SessionRecord

if TYPE_CHECKING:
    from ..clock import Clock
    from ..redact import Secret


REFRESH = "refreshCustomerJwt"


@attrs.define(eq=False)
class AccessToken:
    """The access token in use. Replaced as a whole; only ever weakened in place."""

    token: Secret | None = None
    fresh_until: float = 0.0
    """Until then it is used without a second thought (monotonic seconds)."""
    valid_until: float = 0.0


class InUse:
    """What one session object knows and uses, and who wants to hear of its end."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.current = AccessToken()
        self.record: SessionRecord | None = None
        self.ended: LostReason | None = None
        self.listeners: list[Callable[[LostReason], None]] = []
        self.customers: dict[Secret, str] = {}
        """The accounts of the access tokens that were in use of late: calls may be under way with them."""

    @property
    def anything(self) -> bool:
        """Whether there is a session, or a token of one."""
        return self.record is not None or self.current.token is not None

    def is_good(self, token: Secret) -> bool:
        """Whether this is the access token in use, and works yet."""
        return token == self.current.token and self._clock.monotonic() < self.current.valid_until

    def of_the_same(self, account: str | None, before: Secret | None, token: Secret | None) -> Secret:
        """The token, if it is of this account, or of the customer whose `before` was. `SessionLost` when they were
        signed out since, or somebody else has signed in."""
        if account is None and before is not None:
            account = self.customers.get(before)
        if token is not None and self.customers.get(token) == account:
            return token
        reason: LostReason = "signed_out" if token is None else "replaced"
        raise SessionLost(WHY[reason], reason=reason, operation_id=REFRESH)

    def judge(self, record: SessionRecord | None) -> AccessToken | SessionLost | None:
        """What is stored, made what is in use; None when the refresh token has to be presented first."""
        known = self.record
        if record is None:
            return self.end("signed_out") if known is not None or self.ended is not None else self.forget()
        if record.lost is not None:
            return self.end(record.lost)
        if known is not None and known.account != record.account:
            # The call under way was meant for the customer before. The next one is the new customer's.
            ended = self.end("replaced")
            self.ended = None
            return ended
        usable = record.access != self.current.token and record.remaining(self._clock.time()) > 0
        return self.adopt(record) if usable else None

    def adopt(self, record: SessionRecord, started: float | None = None) -> AccessToken:
        """Use the access token of `record`; `started` is when it was asked for (monotonic), if it was here."""
        now = self._clock.monotonic()
        remaining = (
            record.remaining(self._clock.time()) if started is None else max(0.0, started + record.lifetime - now)
        )
        margin = min(60.0, record.lifetime * 0.2) * random.uniform(0.5, 1.0)  # noqa: S311 - spreads early refreshes
        leeway = min(1.0, record.lifetime * 0.01)
        self.record = record
        self.ended = None
        self.customers = {**dict([*self.customers.items()][-9:]), record.access: record.account}
        self.current = AccessToken(record.access, now + remaining - margin, now + remaining - leeway)
        return self.current

    def forget(self) -> AccessToken:
        self.record = None
        self.ended = None
        self.current = AccessToken()
        return self.current

    def end(self, reason: LostReason) -> SessionLost:
        again = self.ended == reason
        self.forget()
        self.ended = reason
        if not again:
            self.tell(reason)
        return SessionLost(WHY[reason], reason=reason, operation_id=REFRESH)

    def tell(self, reason: LostReason) -> None:
        for listener in self.listeners:
            try:
                listener(reason)
            except Exception:
                logger.warning("a signed-out callback failed", exc_info=True)
