# Rendered from facade/nexus_storefront/auth/_async/auth.py by scripts/unasync.py; edit that file.
"""Signing in and out, and the password: `shop.auth`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import ExitStack, suppress
from functools import partial
from math import inf
from typing import Any, TypeVar, cast

import attrs
from nexus_commerce import api

from ...answer_fields import field
from ...arguments import flag, is_function, origin as read_origin, secret as read_secret
from ...errors import DecodeError, InvalidInput, SessionLost, StorefrontError
from ...frames import frameless, with_bare_errors
from ...log import logger
from ...redact import Secret, hidden
from ...stores import StoreError, VersionConflict
from ...transport._sync.concurrency import in_thread, leased
from ...transport._sync.listing import Group
from ..cart_journal import CartReport
from ..rules import (
    LoginAs,
    OtpChallenge,
    ResetToken,
    SessionState,
    SignedIn,
    SignOut,
    check_email,
    check_otp,
    failure_of,
    reset_token,
)
from ..session_record import REFRESH, WHY, LostReason, SessionRecord, Tokens, account_digest
from .session import REFRESH_LEASE, CustomerSession, revoke

T = TypeVar("T")
LOGOUT_WAIT = 5.0


@with_bare_errors
@attrs.frozen(repr=False)
class SyncOtpChallenge(OtpChallenge):
    """An `OtpChallenge` of this kind of shop."""

    auth: Auth

    def verify(self, otp: str) -> SignedIn:
        """`verifyCustomerOtp`. Raises `OtpRejected`, `OtpExpired` or `TooManyTries`."""
        otp = hidden(otp)
        return self.auth.verify_otp(self.email, otp, login_as=self.login_as, keep_cart=self.keep_cart)


class Auth(Group):
    """Sign-in of the customer this shop is for. The session is kept, renewed and shared by the shop's store."""

    @property
    def _session(self) -> CustomerSession:
        return cast("CustomerSession", self._core.session)

    def login(
        self, email: str, password: str, *, login_as: LoginAs | None = None, keep_cart: bool = True
    ) -> SignedIn | SyncOtpChallenge:
        """Sign in (`loginCustomer`): at once, or after a one-time password.

        With `keep_cart` the guest's cart is merged into the customer's (`mergeGuestCart`), compared, and completed
        where the merge left something out; the guest token is dropped when that is done. Raises `InvalidCredentials`
        or `TooManyTries`.
        """
        # As secrets, so that a traceback with local variables does not show them.
        password = hidden(password)
        email, password = check_email(email), read_secret("password", password)
        body = {"email": email, "password": password}
        answer = self._sign_in(api.customer_auth.login_customer.sync, body, login_as, keep_cart)
        if isinstance(answer, SignedIn):
            return answer
        message = field(answer, "message")
        if isinstance(message, str) and message and not any(field(answer, name) for name in ("access", "refresh")):
            return SyncOtpChallenge(message, email, login_as, keep_cart, self)
        wrong = "the answer is neither a pair of tokens nor a message"
        raise DecodeError(wrong, operation_id="loginCustomer", effect="took_effect")

    def verify_otp(
        self, email: str, otp: str, *, login_as: LoginAs | None = None, keep_cart: bool = True
    ) -> SignedIn:
        """Finish a sign-in with the one-time password (`verifyCustomerOtp`); `keep_cart` as in `login`.

        Raises `OtpRejected`, `OtpExpired` or `TooManyTries`.
        """
        otp = hidden(otp)
        email, otp = check_email(email), check_otp(otp)
        body = {"email": email, "otp": otp}
        answer = self._sign_in(api.customer_auth.verify_customer_otp.sync, body, login_as, keep_cart)
        if isinstance(answer, SignedIn):
            return answer
        raise DecodeError("the answer holds no tokens", operation_id="verifyCustomerOtp", effect="took_effect")

    def finish_login(self) -> CartReport | None:
        """Finish a login that was interrupted before the guest's cart was safe; None when there is none.

        The first call of a customer's route after a restart does the same by itself; this one reports on the cart.
        """
        total = self._core.settings.timeouts.total
        with self._core.hurried_store():
            return self._session.finish_login(wait=total, within=inf, core=self._core)

    def logout(self) -> SignOut:
        """Sign out (`blacklistCustomerJwt`). The session is dropped here even if the service cannot be reached."""
        return self._sign_out(self._session.key, None, self._session)

    def logout_everywhere(self) -> list[SignOut]:
        """Sign this account out of every session that the store holds of it, this one included.

        The contract has no operation that signs out other logins, and only tokens at hand can be blacklisted: a login
        on a device with a store of its own stays. Raises `StoreError`, and nobody is signed out, when the store cannot
        say which sessions it holds.
        """
        core, here = self._core, self._session
        # First list the sessions, while the account is known: after the sign-out the others could not be found.
        keys = in_thread(core.store.keys, f"session/{core.store_id}/")
        mine = here.known
        with suppress(StoreError):  # the sign-out reports it
            mine = mine or here.read()
        # By the account: another customer may have signed in under this label since, who must stay signed in.
        done = [self._sign_out(here.key, None if mine is None else mine.account, here)]
        for key in keys:
            if mine is None or key == here.key:
                continue
            try:
                record, _ = core.stored(key, SessionRecord)
                if record is not None and record.account == mine.account:
                    done.append(self._sign_out(key, mine.account))
            except StoreError as error:
                done.append(SignOut(key.rpartition("/")[2], error=error))
        return done

    def state(self) -> SessionState:
        """The session as the store has it now; does not ask the service."""
        record = self._session.read()
        now = self._core.clock.time()
        if record is None:
            return SessionState(signed_in=False)
        if record.lost is not None:
            return SessionState(signed_in=False, lost=record.lost)
        return SessionState(True, record.remaining(now), max(0.0, record.refresh_until - now))

    def on_signed_out(self, listener: Callable[[LostReason], None]) -> None:
        """Call `listener` with the reason when this shop's session ends, or is found to have ended.

        It is called where that is noticed, in whatever thread or task; what it raises is logged.
        """
        if not is_function(listener):
            raise InvalidInput("listener must be a function that takes a reason")
        self._session.on_signed_out(listener)

    def request_password_reset(self, email: str, *, origin: str | None = None) -> None:
        """Have a reset link mailed (`startCustomerPasswordReset`).

        `origin` (`https://shop.example`) is sent as `Origin`: the link leads there if the store allows it, else to the
        hosted page. The answer does not tell whether the address has an account.
        """
        core = self._core if origin is None else self._core.derive(headers={"Origin": read_origin("origin", origin)})
        email = check_email(email)
        body = {"email": email}
        _judged(core.carry_out, api.customer_auth.start_customer_password_reset, body=body)

    @staticmethod
    def token_from_reset_link(url: str) -> ResetToken:
        """The token of the link that the shopper opened. It shows in no `repr`; nobody has to see it."""
        url = hidden(url)
        return reset_token(url)

    def save_password(self, token: ResetToken, password: str, confirmation: str) -> None:
        """Set a new password (`saveCustomerPassword`) with the token of a reset link.

        Raises `InvalidInput` when `confirmation` differs, `ResetLinkRejected`, and `BadRequest` for a password that the
        service will not take.
        """
        token, password, confirmation = hidden(token), hidden(password), hidden(confirmation)
        if not isinstance(token, ResetToken):
            raise InvalidInput("token must come from token_from_reset_link(url): nobody is asked to type it")
        password = read_secret("password", password)
        if password != confirmation:
            raise InvalidInput("confirmation is not the same as password")
        body = {"token": token, "password": password}
        _judged(self._core.carry_out, api.customer_auth.save_customer_password, body=body)

    # ---

    def _sign_in(
        self,
        operation: Callable[..., Any],
        secrets: Mapping[str, str],
        login_as: LoginAs | None,
        keep_cart: bool,
    ) -> object:
        body = secrets if login_as is None else {**secrets, "login_as": login_as}
        account = account_digest(self._core.store_id, secrets["email"])
        work = partial(self._call, operation, body=body), account, flag("keep_cart", keep_cart)
        with self._core.hurried_store():
            return _judged(self._signed_in, *work)

    def _signed_in(self, exchange: Callable[[], Any], account: str, keep_cart: bool) -> object:
        """Make a login: `exchange` asks the service. Gives `SignedIn`, or an answer that holds no tokens (an OTP
        challenge) as it came."""
        from ...order_journal._sync.journal import guest_token_now
        from .cart_merge import CartMerge, has_begun, login_in_turn

        core, session, total = self._core, self._session, self._core.settings.timeouts.total
        with login_in_turn(core, core.clock.monotonic() + total):
            token = guest_token_now(core)
            # Also if this customer's login has begun to carry the cart over: part of it is in their cart already.
            guest = token if token and (keep_cart or has_begun(core, token, account)) else None
            began = core.clock.time()
            answer = exchange()
            tokens = Tokens.of(answer)
            if tokens is None:
                return answer
            record = attrs.evolve(SessionRecord.begin(tokens, account, began), guest=Secret(guest or ""))
            session.begin(record)
            try:
                until = core.clock.monotonic() + total
                return SignedIn(CartMerge(core, record).finish(until) if guest else None)
            except BaseException as error:
                # Signed in all the same. The session says which cart is still to be carried over.
                session.leave_login_to_a_call()
                if not isinstance(error, StorefrontError):
                    raise  # cancelled, or interrupted
                logger.warning("the guest cart is not merged yet: %s", type(error).__name__)
                return SignedIn(CartReport(pending=True))

    def _sign_out(self, key: str, account: str | None, here: CustomerSession | None = None) -> SignOut:
        """Sign out of the session under `key` in the store, if it is of this account (None: of any). `here`: the
        session object, if it is the one of this shop."""
        core, label, records = self._core, key.rpartition("/")[2], list[SessionRecord]()
        wait = min(LOGOUT_WAIT, core.settings.timeouts.total)
        error: StorefrontError | None = None
        stays: StoreError | None = None
        known = [had] if here and (had := here.known) and account in (None, had.account) else []
        ended = records
        try:
            with ExitStack() as stack:
                stack.enter_context(core.hurried_store())
                try:
                    lease = leased(core.store, key, ttl=REFRESH_LEASE, wait=wait, clock=core.clock)
                    stack.enter_context(lease)
                except StoreError as failed:
                    # A refresh that hangs must not keep anybody signed in. It will find no session to put its new pair
                    # into and blacklist that pair; whether that works is not known here, so nothing is said to be
                    # revoked.
                    error = failed
                try:
                    self._take_out(key, account, records)
                except StoreError as failed:
                    # The tokens at hand are revoked all the same: what the store still holds is then worthless.
                    stays = failed
                ended = [*known, *records]
        finally:  # also when it is cancelled or interrupted: what was read may be out of the store
            at_hand = [] if here is None else here.drop(*ended)
        # Those too that the store has not: of who was signed in here, and a newer pair that it has not taken.
        here_only = (
            each for each in at_hand or known if all(each.family != it.family or each.supersedes(it) for it in records)
        )
        records = [*records, *here_only]
        failures = [revoke(core, record) for record in records]
        error = stays or next((failure for failure in failures if failure is not None), error)
        if error is None and any(it.presented and not any(each.supersedes(it) for each in records) for it in records):
            # The answer to its refresh was lost: the pair in it may be valid, and cannot be blacklisted.
            error = SessionLost(WHY["answer_lost"], reason="answer_lost", operation_id=REFRESH)
        return SignOut(label, revoked=bool(failures) and error is None, error=error)

    def _take_out(self, key: str, account: str | None, taken: list[SessionRecord]) -> None:
        """Delete a session from the store and add its pair to `taken`, and so each pair that a refresh puts in its
        place meanwhile. The session of a login that came after that stays."""
        core = self._core
        while True:
            record, version = core.stored(key, SessionRecord)
            if record is None or account not in (None, record.account):
                return
            if taken and record.family != taken[0].family:
                return
            taken += [] if record.lost else [record]
            with suppress(VersionConflict):
                in_thread(core.store.delete, key, expected=version)
                return


@frameless  # an interrupt may come where the tokens of an answer are in the variables
def _judged(work: Callable[..., T], *args: object, **more: object) -> T:
    """The result of `work(...)`; a refusal is raised as the typed error, see `failure_of`."""
    try:
        return work(*args, **more)
    except StorefrontError as error:
        failure = error
    raise failure_of(failure)
