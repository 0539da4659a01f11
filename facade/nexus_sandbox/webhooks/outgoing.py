"""The shop's webhooks as a whole: what happened becomes deliveries, and deliveries become requests."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable

from ..clock import Clock
from ..refusals import Json
from ..rules.intents import note_abandoned
from ..settings import Settings
from ..store import Happening, Store
from . import deliveries, subscribers
from .intent_payload import intent_data
from .order_payloads import order_data
from .sending import PATIENCE, Sender
from .signing import APP_HEADER, SIGNATURE_HEADER, sign
from .subscribers import TEST_EVENT, Subscriber

_CALM = 1.0
"""How often a served sandbox looks for what its clock made due, in seconds."""


class Webhooks:
    """Takes what happens in `store`, in the transaction in which it happens, and sends it by the sandbox's clock.

    `sender` makes the requests. `registered` tells whether the shop has registered a browser origin.
    """

    def __init__(
        self, store: Store, settings: Settings, clock: Clock, registered: Callable[[str | None], str | None]
    ) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock
        self._registered = registered
        self.sender = Sender()
        self._changed = threading.Event()
        self._turns = threading.Condition()
        self._senders: set[int] = set()
        self._stopping = False
        store.on_happenings = self._take
        with store.transaction():
            deliveries.release_claims(store)

    # configuring

    def subscribe(
        self, name: str, url: str, secret: str | None, events: Iterable[str] | None, active: bool, app_id: str | None
    ) -> Subscriber:
        """Keep a subscriber. One that is switched on is sent the test event first, and kept only if it takes it."""
        with self._store.transaction():
            known = subscribers.named(self._store, name)
            kept = known.secret if known else self._store.make_code("webhook_secret", 40)
            made = Subscriber(
                name, subscribers.check_url(url), secret or kept, subscribers.chosen(events), active, app_id
            )
            unique_id, body = deliveries.envelope(self._store, TEST_EVENT, {}, self._clock.time())
        if active and (known is None or not known.active or known.url != url):
            # Outside the transaction: the receiver may call the sandbox while it answers.
            answer = self._post(made, body)
            if answer not in range(200, 300):
                raise ValueError(f"{url} does not take the test event {unique_id}: {answer}")
        with self._store.transaction():
            subscribers.keep(self._store, made)
        self.wake()
        return made

    def unsubscribe(self, name: str) -> None:
        """Forget a subscriber; what waits for it is given up. Raises LookupError for an unknown one."""
        with self._store.transaction():
            if not self._store.run("DELETE FROM webhooks WHERE name = ?", name):
                raise LookupError(f"there is no webhook {name}")
            deliveries.give_up(self._store, name)

    def all(self) -> list[Subscriber]:
        with self._store.transaction():
            return subscribers.all_of(self._store)

    # what happened

    def _take(self, happenings: list[Happening]) -> None:
        """Runs before the commit of the transaction in which it all happened."""
        active = [subscriber for subscriber in subscribers.all_of(self._store) if subscriber.active]
        for event, snapshot, at in happenings:
            listening = [subscriber for subscriber in active if event in subscriber.events]
            if listening:
                self._write(listening, event, self._data(event, snapshot, at), at)

    def _data(self, event: str, snapshot: Json, at: float) -> Json:
        if event.startswith("checkout_intent."):
            return intent_data(self._store, event, snapshot, at, self._registered)
        return order_data(event, snapshot, json.loads(snapshot["doc"]), self._settings)

    def _write(self, listening: list[Subscriber], event: str, data: Json, at: float) -> None:
        copies = 1 + self._settings.webhook_duplicates
        for subscriber in listening:
            deliveries.write(self._store, self._settings, subscriber, event, data, at, copies)
        self.wake()

    def trigger(self, event: str, data: Json | None, name: str | None) -> int:
        """Make and sign an event by hand; return to how many subscribers it goes, whatever they have chosen.

        Without `data` it is about the newest order or intent. Raises LookupError when there is none, or nobody to tell.
        """
        now = self._clock.time()
        with self._store.transaction():
            listening = [one for one in subscribers.all_of(self._store) if one.active and name in (None, one.name)]
            if not listening:
                raise LookupError("there is no active webhook" + (f" {name}" if name else ""))
            self._write(listening, event, self._example(event, now) if data is None else data, now)
        return len(listening)

    def _example(self, event: str, now: float) -> Json:
        if event == TEST_EVENT:
            return {}
        if event not in subscribers.EVENTS:
            raise ValueError(f"{event} needs data; without it there are {', '.join((TEST_EVENT, *subscribers.EVENTS))}")
        intent = event.startswith("checkout_intent.")
        newest = "SELECT * FROM intents ORDER BY started DESC, id" if intent else "SELECT * FROM orders ORDER BY n DESC"
        row = self._store.one(newest)
        if row is None:
            raise LookupError(f"there is no {'checkout intent' if intent else 'order'} to make {event} of")
        return self._data(event, dict(row), now)

    # sending

    def deliver_now(self) -> int:
        """Send everything that is due by the sandbox's clock, in this thread, and wait for what other threads are
        sending; return the number of requests made here.
        """
        made = self._deliver(None)
        with self._turns:
            self._turns.wait_for(lambda: self._senders <= {threading.get_ident()}, PATIENCE)
        return made

    def _deliver(self, name: str | None) -> int:
        """Send what is due to the subscriber `name`; None: to all."""
        me, made = threading.get_ident(), 0
        with self._turns:
            inside = me in self._senders  # a receiver in process, that has more sent before it answers
            self._senders.add(me)
        try:
            while not self._stopping and (due := self._next(name)) is not None:
                answer = self._post(due.subscriber, due.body)
                if self._stopping:
                    break
                deliveries.settle(self._store, self._settings, due.id, answer, self._clock.time())
                made += 1
        finally:
            if not inside:
                with self._turns:
                    self._senders.discard(me)
                    self._turns.notify_all()
        return made

    def _next(self, name: str | None) -> deliveries.Delivery | None:
        now = self._clock.time()
        if any(subscriber.active for subscriber in self.all()):
            with self._store.transaction():
                note_abandoned(self._store, now)
        return deliveries.claim(self._store, self._settings, now, name)

    def _post(self, subscriber: Subscriber, body: bytes) -> int | str:
        """Make one request; return the status, or what went wrong."""
        headers = {"Content-Type": "application/json", SIGNATURE_HEADER: sign(subscriber.secret, body)}
        if subscriber.app_id is not None:
            headers[APP_HEADER] = subscriber.app_id
        return self.sender.post(subscriber.url, body, headers)

    def send_again(self, delivery: int) -> None:
        with self._store.transaction():
            deliveries.write_again(self._store, delivery, self._clock.time())
        self.wake()

    # in threads of their own, while the sandbox serves

    def run(self) -> None:
        """Send what becomes due until `stop`. No subscriber waits for another one's answer."""
        threads: dict[str, threading.Thread] = {}
        while not self._stopping:
            self._changed.clear()
            listening = [subscriber.name for subscriber in self.all() if subscriber.active]
            for name in listening:
                if name not in threads or not threads[name].is_alive():
                    threads[name] = threading.Thread(target=self._deliver, args=[name], daemon=True)
                    threads[name].start()
            if self._stopping:
                break
            # Time alone makes things due only where somebody is to be told.
            self._changed.wait(_CALM if listening else None)
        for thread in threads.values():
            thread.join(_CALM)

    def wake(self) -> None:
        """Something may be due: look at once."""
        self._changed.set()

    def stop(self) -> None:
        """End `run`, and every request of it that is under way."""
        self._stopping = True
        self._changed.set()
        self.sender.stop()
