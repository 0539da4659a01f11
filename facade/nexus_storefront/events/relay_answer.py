"""What an answer of the relay means for an event, and for how long one may wait. Pure, no I/O."""

import json
from collections.abc import Mapping

from attrs import frozen

from ..errors import InvalidInput
from ..transport.retry import retry_after
from ..work_queue.model import Ending, QueuePolicy

# seconds in which Meta and TikTok tell a copy of an event by its id
_DEDUPLICATED = 48 * 3600.0


def ending_of(status: int, headers: Mapping[str, str], content: bytes = b"", *, now: float) -> Ending:
    """Read an answer. `headers` by lower-case name; `now` in epoch seconds, for a `Retry-After` date."""
    reason = f"status {status}"
    if status in (201, 202, 204) or (status == 200 and _is_json(content)):
        return Ending("delivered", reason)
    if status in (401, 403, 404) or 300 <= status < 400:
        return Ending("stopped", reason)
    if status in (408, 425, 429):
        return Ending("retry", reason, retry_after(headers, now))
    if 400 <= status < 500:
        return Ending("refused", reason)
    # a page from something in between, or a server that failed, perhaps after it had accepted
    return Ending("ambiguous", reason, retry_after(headers, now))


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


@frozen
class Policy(QueuePolicy):
    """Seconds, and bounds of the outbox; see `QueuePolicy`.

    The deduplication windows of Meta and TikTok are 48 hours, so nothing older than `max_age` is ever sent. Purchases
    are urgent: in a full lane one takes the place of the oldest interaction.
    """

    keep: float = 7 * 24 * 3600.0
    """How long ids of interactions are remembered; those of orders are kept for ever."""
    max_spilled: int = 1000
    """Events held in memory while others hold the file."""

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.max_age > _DEDUPLICATED:
            raise InvalidInput("max_age must be at most 48 hours, or an event could count twice")
