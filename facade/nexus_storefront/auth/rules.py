"""Checks of what is sent to sign in, the results of signing in and out, and the errors of refusals. Pure."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import attrs

from ..arguments import email, link, one_time_password, typed
from ..errors import (
    InvalidCredentials,
    InvalidInput,
    NotFound,
    OtpExpired,
    OtpRejected,
    RateLimited,
    ResetLinkRejected,
    StatusError,
    StorefrontError,
    TooManyTries,
)
from ..frames import bare
from ..redact import Secret
from .cart_journal import CartReport
from .session_record import LostReason

LoginAs = Literal["customer", "owner"]
_SPENT = r"exceed|exhaust|reached|used up"
_TOO_MANY = (
    rf"too.(many|often)|\b(no|0|max\w*)( more)? attempts?\b|\battempts?\b.*({_SPENT}|\b0\b)|({_SPENT}).*\battempts?\b"
)
"""The words of a refusal after which no other try helps; "2 attempts left" and "invalid login attempt" are none."""


class ResetToken(Secret):
    """The token of a password reset link."""

    __slots__ = ()


@attrs.frozen
class SignedIn:
    """A login that succeeded. `cart` says what became of the guest's cart, None if there was none."""

    cart: CartReport | None = None
    """What became of the guest's cart; None if there was none."""

    def __str__(self) -> str:
        return "signed in" if self.cart is None else f"signed in\n{self.cart}"


@attrs.frozen(repr=False)
class OtpChallenge:
    """The service has sent a one-time password: ask the shopper for it and `verify` it.

    `message` is the service's. After a restart, `auth.verify_otp(email, otp)` does the same.
    """

    message: str
    """The service's message."""
    email: str
    """The e-mail address that it was sent to; in no repr."""
    login_as: LoginAs | None
    """`customer` or `owner`: in which role the shopper signs in, if that was said."""
    keep_cart: bool
    """Whether the guest's cart goes along."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"

    def __str__(self) -> str:
        return "a one-time password was sent: .verify(otp)"

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("a challenge cannot be pickled; keep the address and use auth.verify_otp")


@attrs.frozen
class SessionState:
    """The state of a session as the store has it; seconds from now by this machine's clock."""

    signed_in: bool
    """Whether somebody is signed in."""
    access_expires_in: float | None = None
    """How long the access token lasts; it is renewed by itself."""
    refresh_expires_in: float | None = None
    """When this is over, only a new sign-in helps."""
    lost: LostReason | None = None
    """Why the last session ended, if it was not by signing out."""

    def __str__(self) -> str:
        if not self.signed_in:
            return f"signed out ({self.lost})" if self.lost else "signed out"
        left = self.refresh_expires_in
        return "signed in" if left is None else f"signed in, for {max(0.0, left) / 86400:.1f} days at least"


@attrs.frozen
class SignOut:
    """A sign-out of the session labelled `customer`. It is dropped from the store, unless `error` is the store's."""

    customer: str
    """The shop's label for its shopper."""
    revoked: bool = False
    """The service has blacklisted both tokens, and no refresh was under way that may bring others. If not, what is left
    ends by itself, the refresh token after its lifetime."""
    error: StorefrontError | None = None
    """Why it has not; None also when there was nothing to sign out."""

    def __attrs_post_init__(self) -> None:
        bare(self.error)

    def __str__(self) -> str:
        return f"{self.customer}: signed out{'' if self.revoked else ', tokens not revoked'}" + (
            f" ({self.error})" if self.error else ""
        )


def check_email(value: object) -> Secret:
    """An e-mail address, without what was pasted around it."""
    return Secret(email("email", value))


def check_otp(value: object) -> Secret:
    """A one-time password, without the blanks and hyphens it was written with."""
    return Secret(one_time_password("otp", value))


def reset_token(url: object) -> ResetToken:
    """The token of a reset link `https://…/reset-password?token=…`. The link is not shown when it is refused."""
    token = _token_in(url)
    if token is None:
        raise InvalidInput("url is no password reset link: it must carry one token")
    return token


def _token_in(url: object) -> ResetToken | None:
    try:
        query = urlsplit(link("url", url)).query
        (found,) = parse_qs(query, max_num_fields=50).get("token", [])
        token = ResetToken(typed("url", found, limit=8192))
    except ValueError:  # an `InvalidInput` too
        return None
    return token if token.isprintable() else None


def failure_of(error: StorefrontError) -> StorefrontError:
    """The typed error of a sign-in, one-time password or reset link that the service refused in its own words; any
    other error as it is, also that of something on the way: a hotel's login page says nothing of a password."""
    if not isinstance(error, StatusError) or not (error.status == 429 or isinstance(error.json(), dict)):
        return error
    operation = error.operation_id
    words = f"{error.code or ''} {error.message}".lower().replace("_", " ")
    if operation in ("loginCustomer", "verifyCustomerOtp") and (
        isinstance(error, RateLimited) or (error.status in (400, 401, 403) and re.search(_TOO_MANY, words))
    ):
        return _as(TooManyTries, error)
    if operation == "loginCustomer" and error.status == 401:
        return _as(InvalidCredentials, error)
    if operation == "verifyCustomerOtp" and error.status in (400, 401):
        # A code that says both, wrong or expired, says nothing.
        expired = "expired" in words and not re.search(r"wrong|invalid|incorrect", words)
        return _as(OtpExpired if expired else OtpRejected, error)
    no_such_link = isinstance(error, NotFound) and not error.message.lower().startswith("store not found")
    if operation == "saveCustomerPassword" and (no_such_link or "token" in error.field_errors):
        return _as(ResetLinkRejected, error)
    return error


def _as(kind: type[StatusError], error: StatusError) -> StatusError:
    typed = kind(error.message)
    typed.__dict__.update(error.__dict__)
    return typed
