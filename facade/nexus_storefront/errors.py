"""Every error the facade raises, under one root. Each class here is public.

`StorefrontError` → `ConnectionFailed`, `Timeout`, `DecodeError`, `InvalidInput`, `StatusError` (one class per status,
some per `error_code`), and the errors of a flow. Each says in `effect` what the failed call may have done; it is set
where the request was made, and nobody above needs to look at the class of an error to find out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .redact import decoded

Effect: TypeAlias = Literal["nothing_left", "refused", "may_have_taken_effect", "took_effect"]
"""What a failed call may have done.

`nothing_left`: no byte of it was sent, and that is proven. `refused`: it was or may have been sent, and has changed
nothing: the service said no, or the call only asks for something. `may_have_taken_effect`: nobody knows.
`took_effect`: the service said that it did what was asked; only its answer cannot be used.
"""


class StorefrontError(Exception):
    """The root. What does not apply to an error is None (or empty)."""

    message: str
    operation_id: str | None
    effect: Effect = "nothing_left"
    """What the call may have done; see `Effect`. A class says what is true of its errors where nothing else is said."""
    status: int | None = None
    code: str | None = None
    field_errors: Mapping[str, tuple[str, ...]]
    request_id: str | None = None
    body_excerpt: str | None = None
    attempt_id: str | None = None
    """The attempt at an order that this is about, once it is in the journal."""

    def __init__(
        self, message: str = "", *, operation_id: str | None = None, effect: Effect | None = None, **more: Any
    ) -> None:
        super().__init__(message)
        self.message = message
        self.operation_id = operation_id
        self.effect = effect or type(self).effect
        self.field_errors = {}
        for name, value in more.items():
            setattr(self, name, value)

    @property
    def may_have_taken_effect(self) -> bool:
        """Whether the request may have changed something: look before it is made again."""
        return self.effect in ("may_have_taken_effect", "took_effect")

    def __str__(self) -> str:
        status = f"HTTP {self.status}" if self.status else None
        request = f"request {self.request_id}" if self.request_id else None
        where = ", ".join(filter(None, (self.operation_id, status, self.code, request)))
        return f"{self.message} ({where})" if where else self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions pickle by their positional arguments; ours live in attributes. A body stays where it was received.
        state = {name: value for name, value in self.__dict__.items() if name not in ("headers", "content")}
        return type(self).__new__, (type(self), self.message), state


class ConnectionFailed(StorefrontError):
    """No complete answer came over the connection."""

    effect: Effect = "may_have_taken_effect"


class Timeout(ConnectionFailed):
    """A phase of the exchange, or the budget of the whole call, ran out."""


class DecodeError(StorefrontError):
    """An answer came, but not one the contract describes (HTML, empty or truncated body)."""

    effect: Effect = "refused"


class InvalidInput(StorefrontError, ValueError):
    """Refused before anything was sent; the message names the argument."""


class WrongType(InvalidInput, TypeError):
    """An argument of a type with which there is nothing to calculate, such as a float for an amount of money."""


class MissingExtra(StorefrontError, ImportError):
    """An optional dependency is not installed; the message names the extra to install."""


class MissingValue(StorefrontError):
    """`present` was given nothing: the answer lacks a value that the caller cannot go on without."""


class NotSignedIn(StorefrontError):
    """A customer's route was called, and nobody is signed in. Nothing was sent."""


class SessionLost(StorefrontError):
    """The session cannot be kept, the shopper has to sign in again.

    `reason`: `refused` (the service refused the refresh token), `answer_lost` (so did it after a lost answer),
    `answers_lost_twice`, `replaced` (another customer has signed in here), `signed_out` (here or elsewhere).
    """

    reason: str | None = None


class RepeatedCursor(StorefrontError):
    """The service sent a cursor a second time: following it would never end."""

    effect: Effect = "refused"


class CheckoutIncomplete(StorefrontError):
    """Something is still missing before the order may be placed; `missing` lists it."""

    missing: tuple[str, ...] = ()


class CheckoutUnresolved(StorefrontError):
    """An earlier order of this cart or customer is not settled yet, so nothing was sent.

    `state`: `placed` when that order turned out to exist, `unsettled` when that is not known yet: settle it with
    `shop.checkout.resume(attempt_id)`. None when another checkout is under way at this moment.
    """

    state: Literal["placed", "unsettled"] | None = None


class StaleQuote(StorefrontError):
    """The summary was made for a checkout that has changed since: quote again."""


class StatusError(StorefrontError):
    """The service answered with a status other than 2xx."""

    effect: Effect = "refused"
    status: int = 0  # pyright: ignore[reportIncompatibleVariableOverride] - never None here
    retry_after: float | None = None
    """Seconds, from `Retry-After`."""
    headers: Mapping[str, str] = {}
    content: bytes = b""

    def json(self) -> object:
        """The body as JSON, None if it is something else. Not redacted."""
        return decoded(self.content)


class BadRequest(StatusError):
    """400"""


class Unauthorized(StatusError):
    """401"""


class Forbidden(StatusError):
    """403"""


class NotFound(StatusError):
    """404. Also the answer to an unknown store, a wrong key, and a store without a paid plan."""


class NoSuchThing(NotFound, InvalidInput):
    """A text that cannot be the id or slug of anything, as a visitor may type it: nothing was sent.

    `except NotFound` is thereby enough for "there is no such thing", whether the service said so or not.
    """

    status: int = 404  # pyright: ignore[reportIncompatibleVariableOverride] - as `StatusError` has it


class Conflict(StatusError):
    """409"""


class Unprocessable(StatusError):
    """422"""


class RateLimited(StatusError):
    """429, as JSON or as plain text. The request was refused, so it took no effect."""


class ServerError(StatusError):
    """5xx, also from something in front of the service."""


class NotEntitled(StatusError):
    """The customer's purchases do not include this course."""

    certain: bool = True
    """False for a 404, which is also the answer for a course that does not exist, and for a 403 that is not in the
    service's own words."""

    @classmethod
    def from_refusal(cls, refused: StatusError) -> NotEntitled:
        error = cls(refused.message)
        error.__dict__.update(refused.__dict__)
        body = refused.json()
        error.certain = refused.status == 403 and isinstance(body, dict) and "error" in body
        return error


class InvalidCredentials(Unauthorized):
    """Sign-in refused: the e-mail address or the password is wrong."""


class OtpRejected(StatusError):
    """The one-time password is wrong, or not valid any more; what the service says is in `message` and `code`."""


class OtpExpired(OtpRejected):
    """The one-time password has expired, as far as the service tells it apart from a wrong one."""


class TooManyTries(RateLimited):
    """Too many sign-ins or one-time passwords were tried; `retry_after` if the service says when it may go on."""


class ResetLinkRejected(StatusError):
    """The password reset link is unknown, used or expired: ask for another."""


class CheckoutIntentCompleted(Conflict):
    """409 `checkout_intent_completed`"""


class CheckoutIntentNotAllowed(Forbidden):
    """403 `checkout_intent_not_allowed`"""


class RecaptchaFailed(Unprocessable):
    """422 `recaptcha_failed`"""


if not TYPE_CHECKING:  # type checkers take imported names for private anyway
    __all__ = ["Effect", *(name for name, found in vars().items() if getattr(found, "__module__", "") == __name__)]
