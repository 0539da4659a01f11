"""From a raw request to a stored webhook and the answer to give, for any web framework."""

from collections.abc import Callable, Iterable

from attrs import frozen

from ..arguments import number
from ..errors import InvalidInput
from ..frames import with_bare_errors
from ..log import logger
from ..redact import hidden
from ..work_queue.model import QueueError
from .inbox import Inbox
from .signature import BadSignature, Headers, WebhookRefused, raw_body, signing_keys, verified

Secrets = str | Iterable[str] | Callable[[], str | Iterable[str]]


@frozen
class Reply:
    """What to answer. It never says more than the status does."""

    status: int
    text: str


@with_bare_errors
class Receiver:
    """Takes raw requests. `secrets` may be a function, so that a changed one needs no restart.

    200 is answered once the webhook is on disk, or was before, and for every event that is signed, wanted or not; 401
    for a signature that is missing or wrong, 400 for what is signed and no event, 413 beyond `max_bytes`, 503 when it
    cannot be stored, so that it is sent again. GET is answered 200: the service looks so whether the URL is there.
    """

    def __init__(self, inbox: Inbox, secrets: Secrets, *, max_bytes: int = 1024 * 1024, wait: float = 5.0) -> None:
        secrets = hidden(secrets)
        if not isinstance(inbox, Inbox):
            raise InvalidInput("inbox must be an Inbox")
        if isinstance(max_bytes, bool) or not isinstance(max_bytes, int) or max_bytes < 1:
            raise InvalidInput("max_bytes must be a positive number")
        self.inbox = inbox
        self.max_bytes = max_bytes
        self._secrets = secrets
        self._keys = [] if callable(secrets) else signing_keys(secrets)
        self._wait = number("wait", wait)

    def receive(self, body: bytes, headers: Headers) -> Reply:
        """Verify and store one request. Raises for what is no raw body, and for nothing else."""
        body = raw_body(body)
        if len(body) > self.max_bytes:
            return Reply(413, "too large")
        try:
            keys = signing_keys(self._secrets()) if callable(self._secrets) else self._keys
            webhook = verified(body, headers, keys)
            if webhook.unique_id is None:
                return Reply(200, "ok")  # an older test event: nothing to keep
            why: str = self.inbox.put(webhook, body, self._wait)
            if why in ("accepted", "duplicate"):
                return Reply(200, "ok")
        except WebhookRefused as error:
            logger.warning("webhook refused: %s", error.message)
            return Reply(error.answer, "not accepted" if isinstance(error, BadSignature) else "no event")
        except Exception as error:
            why = error.message if isinstance(error, QueueError) else type(error).__name__
        logger.error("webhook not stored: %s", why)
        return Reply(503, "cannot be stored now")

    def look(self, method: str) -> Reply:
        """The answer to a request that is no POST."""
        return Reply(200, "ok") if method in ("GET", "HEAD") else Reply(405, "POST only")
