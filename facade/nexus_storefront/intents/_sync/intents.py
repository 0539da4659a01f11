# Rendered from facade/nexus_storefront/intents/_async/intents.py by scripts/unasync.py; edit that file.
"""Checkout intents: what a shopper had filled in, kept by the store in case they do not finish.

Nothing here can fail or hold up a checkout: what the service refuses, or does not answer, is kept in `error` and
logged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import attrs
from nexus_commerce import models
from nexus_commerce._check import check
from nexus_commerce._model import wire_names
from nexus_commerce.api import checkout_intents, storefront as api
from nexus_commerce.errors import InvalidRequest

from ...answer_fields import integer, text
from ...arguments import Reads, identifier, link, number, opaque, typed, whole
from ...cart.lines import CartLine, Item, item_bodies
from ...errors import CheckoutIntentCompleted, InvalidInput, StorefrontError
from ...frames import bare, with_bare_errors
from ...log import harmless, logger
from ...redact import redact
from ...stores import StoreError, VersionConflict
from ...stores._forks import ForkLock
from ...stores.records import Kept
from ...transport._sync.concurrency import Later, in_thread
from ...transport._sync.listing import Group
from ...transport.retry import never

if TYPE_CHECKING:
    from ...transport._sync.core import Core

_PATIENCE = 5.0
Refused = dict[str, tuple[str, str]]
"""By the path of something that is not sent: why, and the path that a later `save` has to give to put it right."""


@with_bare_errors
class CheckoutIntent:
    """One capture: `save` what the shopper fills in, give `token` to the order, call `completed` when it exists."""

    def __init__(self, core: Core, session: _ClientSession, delay: float) -> None:
        self.id: str | None = None
        self.token: str | None = None
        """For the order's `checkout_intent_token`; None when there is no capture."""
        self.error: StorefrontError | None = None
        """Why the last attempt did not reach the service, why there is no capture, or what is not sent because the
        contract does not take it; the latter stays until a later `save` has put it right and was sent."""
        self._core = core
        self._session = session
        self._sequence = 0
        self._pending: dict[str, Any] = {}
        self._refused: Refused = {}
        self._warned: set[str] = set()
        self._sending = False
        self._noting = ForkLock(in_child=self._in_child)
        """Held while what is noted, or whether it is being sent, changes: what sends may be another thread."""
        self._later = Later(delay)

    def __repr__(self) -> str:
        return f"CheckoutIntent(active={self.token is not None}, sequence={self._sequence})"

    def _in_child(self) -> None:
        self._sending = False  # that is the parent's request

    @property
    def next_sequence(self) -> int:
        """The number of the next change, above all that were sent."""
        return self._sequence + 1

    def _number(self) -> int:
        """The number of one change alone: the service ignores what is not newer than what it has."""
        with self._noting:
            self._sequence += 1
            return self._sequence

    def save(
        self,
        *,
        fields: Mapping[str, Any] | None = None,
        items: Iterable[Item | CartLine | Mapping[str, Any]] | None = None,
        attribution: Mapping[str, Any] | None = None,
        source_url: str | None = None,
        cart_id: int | str | None = None,
    ) -> None:
        """Note what has changed; it is sent when nothing has changed for a moment. Returns at once.

        A field that is None is cleared at the service. What the contract does not take is left out, named in `error`
        and in a warning; the rest is sent.
        """
        given = {"fields": fields, "items": items, "attribution": attribution}
        with self._noting:
            body = self._accept(**given, source_url=source_url, cart_id=cart_id)
            self._note(body)
        if body and self.token is not None:
            self._later.ask(self._send)

    def flush(self, *, wait: float = 2.0) -> bool:
        """Send now what is noted. False, and it stays noted, if that takes more than `wait` seconds. Never raises."""
        try:
            wait = number("wait", wait)
        except InvalidInput as error:
            self._failed(error)
            return False
        if self.token is not None and (self._pending or self._sending):
            self._later.now(self._send, wait)
        with self._noting:
            return not self._pending and not self._sending

    def completed(self) -> None:
        """The order exists: forget what is noted, and begin with a new client session next time."""
        self._later.drop()
        self._pending, self.id, self.token = {}, None, None
        self._session.rotate()

    def _accept(self, **given: object) -> dict[str, Any]:
        """The part of what was given that can be sent; the rest is named in `error` and in a warning, by its path."""
        body: dict[str, Any] = {}
        refused: Refused = {}
        for name, value in given.items():
            if value is None:
                continue
            try:
                body[name] = _known(refused, name, value) if name in _PARTS else _READS[name](name, value)
            except InvalidInput as error:
                refused[name] = str(error), name
        covered = {*body, *(f"{part}.{name}" for part in _PARTS for name in body.get(part, ()))}
        self._refused = {path: it for path, it in self._refused.items() if it[1] not in covered} | refused
        if refused:
            self.error = self._refusals()
        if new := sorted(refused.keys() - self._warned):
            self._warned.update(new)
            logger.warning("a checkout intent is sent without what the contract does not take: %s", redact(str(new)))
        return {name: value for name, value in body.items() if value != {}}

    def _refusals(self) -> InvalidInput | None:
        return InvalidInput(redact("; ".join(why for why, _ in self._refused.values()))) if self._refused else None

    def _note(self, body: dict[str, Any]) -> None:
        with self._noting:
            for name in _PARTS.keys() & body.keys() & self._pending.keys():
                body[name] = {**self._pending[name], **body[name]}
            self._pending = {**self._pending, **body}

    def _send(self) -> None:
        core, again = self._core, True
        with self._noting:
            body, token, intent_id = self._pending, self.token, self.id
            if not body or token is None or intent_id is None:
                return
            self._pending, self._sending = {}, True
        try:
            change = api.update_storefront_checkout_intent
            numbered = {**body, "sequence": self._number()}
            core.call(change.sync, intent_id, body=numbered, x_scalev_checkout_intent_token=token)
            self.error, again = self._refusals(), False
        except StorefrontError as error:
            self._failed(error)
            if error.status in (401, 403, 404, 409):
                self.id = self.token = None
            if isinstance(error, CheckoutIntentCompleted):
                self._session.rotate()
            again = error.status not in (400, 422) and not isinstance(error, InvalidInput)
        finally:
            with self._noting:
                self._sending = False
                if again:  # also when it was cancelled
                    newer, self._pending = self._pending, body
                    self._note(newer)

    def _failed(self, error: StorefrontError) -> None:
        bare(error)
        self.error = error
        logger.info("a checkout intent was not saved: %s", type(error).__name__)


class Intents(Group):
    """Starting captures, and reading what an earlier one holds."""

    def start(
        self,
        form_widget_id: str,
        recaptcha_token: str,
        *,
        fields: Mapping[str, Any] | None = None,
        items: Iterable[Item | CartLine | Mapping[str, Any]] | None = None,
        attribution: Mapping[str, Any] | None = None,
        source_url: str | None = None,
        cart_id: int | str | None = None,
        prefill_token: str | None = None,
        delay: float = 0.8,
    ) -> CheckoutIntent:
        """Start a capture, or resume this client session's (createStorefrontCheckoutIntent).

        Answers with a `CheckoutIntent` in any case; without a capture its `token` is None, and `error` says why.
        `delay` is how many seconds without a change `save` waits before it sends.
        """
        core = self._core.at_most(_PATIENCE, never)
        session = _ClientSession(core)
        intent = CheckoutIntent(core, session, delay)
        try:
            number("delay", delay)
            body = {
                **intent._accept(
                    fields=fields, items=items, attribution=attribution, source_url=source_url, cart_id=cart_id
                ),
                "form_widget_id": opaque("form_widget_id", form_widget_id),
                "recaptcha_token": opaque("recaptcha_token", recaptcha_token, limit=10_000),
            }
            if prefill_token is not None:
                body["checkout_intent_prefill_token"] = typed("prefill_token", prefill_token, limit=4096)
            try:
                answer = self._begin(core, session, body)
            except CheckoutIntentCompleted:
                session.rotate()
                answer = self._begin(core, session, body)
            token, intent_id = text(answer.checkout_intent_token), text(answer.id)
            if token and intent_id:
                intent.token, intent.id = opaque("checkout_intent_token", token, limit=4096), intent_id
                intent._sequence = integer(answer.last_sequence) or 0
        except StorefrontError as error:
            intent._failed(error)
        return intent

    def prefill(self, prefill_token: str) -> models.CheckoutIntentPrefillResponse:
        """What a returning shopper had filled in (getCheckoutIntentPrefill), by the token of a follow-up link."""
        read, token = checkout_intents.get_checkout_intent_prefill, identifier("prefill_token", prefill_token)
        return read.sync(client=self._core.api, checkout_intent_prefill_token=token)

    @staticmethod
    def _begin(core: Core, session: _ClientSession, body: dict[str, Any]) -> models.CheckoutIntentCapture:
        start, mine = api.create_storefront_checkout_intent, session.current()
        return core.call(start.sync, body={**body, "client_session_id": mine})


@attrs.frozen
class _KeptSession(Kept):
    client_session_id: str


class _ClientSession:
    """The client session id by which the service knows a shopper's unfinished checkout again, kept in the store."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._key = core.guest.key.replace("guest/", "intent/", 1)
        self._version = 0
        """Of the entry in the store that has the id which was current here."""

    def current(self) -> str:
        """The id, made if there is none."""
        for _ in range(3):
            entry = self._core.entry(self._key)
            known = None if entry is None else _KeptSession.from_bytes(entry.value)
            self._version = 0 if entry is None else entry.version
            if known is not None:
                return known.client_session_id
            with suppress(VersionConflict):  # somebody else has made one meanwhile
                made = _KeptSession(str(uuid4()))
                self._version = self._put(made)
                return made.client_session_id
        raise StoreError("the store keeps no client session")

    def rotate(self) -> None:
        """Another id in place of the one that was current here, unless that was done already, here or by others."""
        with harmless("the checkout intent's session could not be rotated", StoreError), suppress(VersionConflict):
            self._put(_KeptSession(str(uuid4())))

    def _put(self, made: _KeptSession) -> int:
        return in_thread(self._core.store.put, self._key, made.to_bytes(), expected=self._version)


_PARTS = {"fields": "CheckoutIntentFields", "attribution": "CheckoutIntentAttribution"}
_READS: Reads = {"items": lambda _, it: item_bodies(it), "source_url": partial(link, limit=2048), "cart_id": whole}


def _known(refused: Refused, part: str, given: object) -> dict[str, Any]:
    """The fields of a part that the contract takes; the others are added to `refused`."""
    if not isinstance(given, Mapping):
        raise InvalidInput(f"{part} must be a mapping")
    fields = wire_names(getattr(models, _PARTS[part])).values()
    kept: dict[str, Any] = {}
    for name, value in given.items():
        try:
            check({name: value}, {"$ref": _PARTS[part]}, part)
        except InvalidRequest as error:
            # A name that is no field cannot be put right: giving the part again settles it.
            refused[error.field] = str(error), f"{part}.{name}" if name in fields else part
        else:
            kept[name] = value
    return kept
