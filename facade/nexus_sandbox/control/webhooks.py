"""Who is told of what happens, and what became of telling them."""

from __future__ import annotations

from ..refusals import Json
from ..webhooks import deliveries
from .base import Hand


class WebhooksHand(Hand):
    """The developers' page of the shop's back office."""

    def set_webhook(
        self,
        url: str,
        *,
        name: str = "business",
        secret: str | None = None,
        events: list[str] | None = None,
        active: bool = True,
        app_id: str | None = None,
    ) -> Json:
        """Send what happens to `url`, signed with `secret` (None: the one it has, or a new one), and return it all.

        `events` are some of `nexus_sandbox.webhooks.subscribers.EVENTS` (None: all). Each `name` is a subscriber of its
        own; with `app_id` it is an app's. Switched on, it has to take the test event with a 2xx, else ValueError.
        """
        return self._state.webhooks.subscribe(name, url, secret, events, active, app_id).as_dict(reveal=True)

    def webhooks(self, *, reveal: bool = False) -> list[Json]:
        """Every subscriber. Secrets are redacted unless `reveal`."""
        return [subscriber.as_dict(reveal=reveal) for subscriber in self._state.webhooks.all()]

    def remove_webhook(self, name: str = "business") -> None:
        """Forget a subscriber. Raises LookupError for an unknown one."""
        self._state.webhooks.unsubscribe(name)

    def webhook_deliveries(self) -> list[Json]:
        """Every delivery, oldest first: its body, its signature, its attempts, and when the next one is due."""
        return deliveries.listed(self._state.store)

    def deliver_webhooks(self) -> int:
        """Send what is due by the sandbox's clock, here and now; return the number of requests made.

        A sandbox that serves does so by itself; what it is sending already is waited for.
        """
        return self._state.webhooks.deliver_now()

    def send_webhook_again(self, delivery: int) -> None:
        """Send the same bytes once more. Raises LookupError for an unknown delivery."""
        self._state.webhooks.send_again(delivery)

    def trigger_webhook(self, event: str, *, data: Json | None = None, name: str | None = None) -> int:
        """Make and sign an event by hand; return to how many subscribers (all, or `name`) it goes.

        Without `data` it is about the newest order or checkout intent. With it the event may be one that no page names.
        """
        return self._state.webhooks.trigger(event, data, name)
