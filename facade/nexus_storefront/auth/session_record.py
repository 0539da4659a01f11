"""A customer's session as it is stored and as it is in use, and every decision about it. Pure.

Refresh tokens are single-use, and a reused one signs the customer out on every device of that login. So a record counts
how often its refresh token was presented without a known outcome: it is written before each presentation, and after two
the token is not presented again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from hashlib import sha256
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Literal, TypeGuard

import attrs

from ..answer_fields import field, integer
from ..errors import SessionLost, StatusError, StorefrontError, Timeout, Unauthorized
from ..log import logger
from ..redact import Secret
from ..stores import StoreError
from ..stores._forks import ForkLock
from ..stores.records import Kept, as_mapping, load

if TYPE_CHECKING:
    from ..clock import Clock

REFRESH = "refreshCustomerJwt"
LostReason = Literal["refused", "answer_lost", "answers_lost_twice", "replaced", "signed_out"]

WHY: dict[LostReason, str] = {
    "refused": "the service refused the refresh token: it has expired or was revoked; sign in again",
    "answer_lost": "the answer to a refresh was lost, and with it the only valid refresh token; sign in again",
    "answers_lost_twice": "the answers to two refreshes were lost: the token may be spent and is not sent again; "
    "sign in again",
    "replaced": "another customer has signed in here",
    "signed_out": "the customer was signed out",
}

MAX_PRESENTED = 2
DEFAULT_LIFETIME = 900.0
DEFAULT_REFRESH_LIFETIME = 2_592_000.0


_LONGEST = 10 * 365 * 86_400
"""Seconds that a token lasts at most, whatever the service says."""


def _is_token(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and re.fullmatch("[!-~]+", value) is not None


@attrs.frozen(repr=False)
class Tokens:
    """A pair as the service gave it; lifetimes in seconds from the moment the request was made."""

    access: Secret
    refresh: Secret
    expires_in: float
    refresh_expires_in: float

    @classmethod
    def of(cls, answer: object) -> Tokens | None:
        """The tokens of a login, OTP or refresh answer; None when it holds no whole pair that a header can carry."""
        access, refresh = (field(answer, name) for name in ("access", "refresh"))
        if not (_is_token(access) and _is_token(refresh)):
            return None
        lifetimes = (integer(field(answer, name)) for name in ("expires_in", "refresh_expires_in"))
        expires_in, refresh_expires_in = (
            float(min(seconds, _LONGEST)) if seconds and seconds > 0 else None for seconds in lifetimes
        )
        return cls(
            Secret(access),
            Secret(refresh),
            expires_in or DEFAULT_LIFETIME,
            refresh_expires_in or DEFAULT_REFRESH_LIFETIME,
        )

    def __repr__(self) -> str:
        return "Tokens(…)"


@attrs.frozen(repr=False)
class SessionRecord(Kept):
    """One session, as stored. Times are epoch seconds by the clock of the machine that wrote it."""

    family: str
    """A random name for the login, the same for all pairs that come of it."""
    account: str
    """A digest of the e-mail address, which differs from customer to customer."""
    generation: int
    """1 at login, one more with each refresh."""
    access: Secret
    refresh: Secret
    access_until: float
    refresh_until: float
    lifetime: float
    """Seconds that the access token was given."""
    presented: int = 0
    """How often the refresh token was sent without a known outcome."""
    lost: LostReason | None = None
    """Why the session ended; its tokens are then empty."""
    former: Secret = attrs.field(default=Secret())
    """The access token before this one: it works until it expires, also where something on the way refused it."""
    former_until: float = 0.0
    guest: Secret = attrs.field(default=Secret())
    """The token of the guest's cart that the login carries over, as long as the store has that token."""

    def __repr__(self) -> str:
        state = self.lost or "signed in"
        return f"SessionRecord(generation={self.generation}, presented={self.presented}, {state})"

    @classmethod
    def begin(cls, tokens: Tokens, account: str, now: float) -> SessionRecord:
        """The first record of a login; `now` is when the request was made."""
        return cls(
            token_hex(8),
            account,
            1,
            tokens.access,
            tokens.refresh,
            now + tokens.expires_in,
            now + tokens.refresh_expires_in,
            tokens.expires_in,
        )

    def renewed(self, tokens: Tokens, now: float) -> SessionRecord:
        """The next generation."""
        begun, generation = SessionRecord.begin(tokens, self.account, now), self.generation + 1
        former: dict[str, Any] = {"former": self.access, "former_until": self.access_until}
        return attrs.evolve(begun, family=self.family, generation=generation, guest=self.guest, **former)

    def alive(self, now: float) -> list[Secret]:
        """The tokens that the service may still take."""
        return [self.access, self.refresh, *([self.former] if self.former and now < self.former_until else [])]

    def presenting(self) -> SessionRecord:
        """To be stored before the refresh token is sent."""
        return attrs.evolve(self, presented=self.presented + 1)

    def ended(self, reason: LostReason) -> SessionRecord:
        """To be stored when the session is lost: other processes learn why."""
        return attrs.evolve(
            self,
            generation=self.generation + 1,
            access=Secret(),
            refresh=Secret(),
            former=Secret(),
            guest=Secret(),
            presented=0,
            lost=reason,
        )

    @property
    def exhausted(self) -> bool:
        """The refresh token must not be presented again."""
        return self.presented >= MAX_PRESENTED

    def remaining(self, now: float) -> float:
        """Seconds the access token is still good for, never more than it was given: a clock may have been set back."""
        return min(max(0.0, self.access_until - now), self.lifetime)

    def time_to_live(self, now: float) -> float:
        """Seconds that the store keeps it: as long as its refresh token lasts."""
        return max(60.0, self.refresh_until - now)

    def supersedes(self, other: SessionRecord) -> bool:
        """Whether this record may be written over `other`."""
        return self.family == other.family and self.generation > other.generation and other.lost is None

    @classmethod
    def from_bytes(cls, value: bytes) -> SessionRecord | None:
        """The record in an entry's value; None for anything else, also if no header can carry its tokens."""
        # Fields that a later version has added are ignored: a half-done deployment must not sign shoppers out.
        known = {field.name for field in attrs.fields(cls)}
        record = load(cls, {name: it for name, it in as_mapping(value).items() if name in known})
        if record is None or (record.lost is None and not (_is_token(record.access) and _is_token(record.refresh))):
            return None
        return record


TokenAfter = Literal["refused", "unused", "unknown"]
_ERROR_MEMBERS = {"error", "error_code", "message", "errors"}


def token_after(error: StorefrontError) -> TokenAfter:
    """What a refresh that failed with `error` has done to the refresh token.

    Only a 401 in the service's own words is a refusal. A 429, a 5xx, any other status and a 401 of something in front
    of the service leave it as it was. A lost answer, or JSON that cannot be read, leaves it unknown, whatever its
    status.
    """
    if isinstance(error, Unauthorized):
        body = error.json()
        if isinstance(body, dict) and _ERROR_MEMBERS & body.keys():
            return "refused"
        return "unknown" if "json" in error.headers.get("content-type", "") else "unused"
    if isinstance(error, StatusError):
        return "unused"
    return "unused" if error.effect == "nothing_left" else "unknown"


def account_digest(store_id: str, email: str) -> str:
    """Tells accounts apart without keeping the address."""
    return sha256(f"{store_id}\n{email.strip().lower()}".encode()).hexdigest()[:24]


TRIES = 3
"""How often one call tries, when a refresh had no effect (a 5xx, a 429, no connection)."""
FIRST_PAUSE = 0.25
LONGEST_PAUSE = 3.0


def pause_before(error: StorefrontError, tries: int) -> float | None:
    """Seconds before a refresh that ended with `error` is tried again by the same call; None: by the next one."""
    if token_after(error) == "unknown":
        # One more try, later after a timeout, for the refresh may still be under way. The record counts the tries.
        return FIRST_PAUSE * (4 if isinstance(error, Timeout) else 1)
    passing = isinstance(error, StatusError) and error.status in (429, 502, 503, 504)
    unsent = not isinstance(error, StoreError) and error.effect == "nothing_left"
    if tries >= TRIES or not (passing or unsent):
        return None
    asked = getattr(error, "retry_after", None) or 0.0
    pause = max(asked, FIRST_PAUSE * 2**tries * random.uniform(0.5, 1.0))  # noqa: S311 - spreads the tries
    return pause if pause <= LONGEST_PAUSE else None


# --- what is in use


@attrs.define(eq=False)
class AccessToken:
    """The access token in use. A new one is a new object; `valid_until` of this one only ever gets earlier."""

    record: SessionRecord | None = None
    """The session whose token it is; None when nobody is signed in."""
    fresh_until: float = 0.0
    """Until then it is sent without a look at anything else, if it is valid (monotonic seconds)."""
    valid_until: float = 0.0
    """Until then the service accepts it (monotonic seconds)."""

    def is_fresh(self, now: float) -> bool:
        return now < self.fresh_until and now < self.valid_until

    @property
    def token(self) -> Secret | None:
        return None if self.record is None else self.record.access


class InUse:
    """The session that one session object has in use, and the listeners that are called when it ends.

    What was found out while `before` was in use changes nothing once another is: somebody has signed in or out here.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.current = AccessToken()
        self.ended: LostReason | None = None
        self.listeners: list[Callable[[LostReason], None]] = []
        self.customers: dict[Secret, str] = {}
        """The accounts of the access tokens that were in use of late: calls may be under way with them."""
        self.lock = ForkLock(in_child=self.forget)  # a child has the session that its store has, or none

    @property
    def record(self) -> SessionRecord | None:
        return self.current.record

    def of_the_same(self, account: str | None, before: Secret | None, token: Secret | None) -> Secret:
        """The token, if it is this account's, or that of the customer whose token `before` was. `SessionLost` when they
        were signed out since, or somebody else has signed in."""
        if account is None and before is not None:
            account = self.customers.get(before)
        if token is not None and self.customers.get(token) == account:
            return token
        reason: LostReason = "signed_out" if token is None else "replaced"
        raise SessionLost(WHY[reason], reason=reason, operation_id=REFRESH)

    def take_over(self, record: SessionRecord | None, before: AccessToken) -> AccessToken | SessionLost | None:
        """Take over what is stored. Gives the token to use, or the error that ends the session; None when the refresh
        token has to be presented first."""
        known = before.record
        if record is None:
            over = known is not None or self.ended is not None
            return self.end("signed_out", before) if over else self.forget(before)
        if known is not None and known.account != record.account:
            return self.end("replaced", before)
        if record.lost is not None:
            return self.end(record.lost, before)
        usable = record.access != before.token and record.remaining(self._clock.time()) > 0
        return self.adopt(record, before) if usable else None

    def adopt(
        self, record: SessionRecord, before: AccessToken | None = None, started: float | None = None
    ) -> AccessToken:
        """Use the access token of `record`; `started` is when it was asked for (monotonic), if it was here. Gives what
        is in use then."""
        now = self._clock.monotonic()
        remaining = (
            record.remaining(self._clock.time()) if started is None else max(0.0, started + record.lifetime - now)
        )
        margin = min(60.0, record.lifetime * 0.2) * random.uniform(0.5, 1.0)  # noqa: S311 - spreads early refreshes
        leeway = min(1.0, record.lifetime * 0.01)
        with self.lock:
            if before is None or self.current is before:
                self.customers = {**dict([*self.customers.items()][-9:]), record.access: record.account}
                self.current = AccessToken(record, now + remaining - margin, now + remaining - leeway)
                self.ended = None
            return self.current

    def forget(self, before: AccessToken | None = None) -> AccessToken:
        with self.lock:
            if before is None or self.current is before:
                self.current, self.ended = AccessToken(), None
            return self.current

    def end(self, reason: LostReason, before: AccessToken, by: StorefrontError | None = None) -> SessionLost:
        """Use no session any more. The error that says so has the status, code and request id of the refusal `by`."""
        with self.lock:
            ours, again = self.current is before, self.ended == reason
            if ours:
                # A call under way was meant for whoever was replaced; the next one is the new customer's.
                self.current, self.ended = AccessToken(), None if reason == "replaced" else reason
        if ours and not again:
            self.tell(reason)
        lost = SessionLost(WHY[reason], reason=reason, operation_id=REFRESH)
        lost.__dict__ = {**(vars(by) if by else {}), **vars(lost)}
        return lost

    def tell(self, reason: LostReason) -> None:
        for listener in self.listeners:
            try:
                listener(reason)
            except Exception:
                logger.warning("a signed-out callback failed", exc_info=True)
