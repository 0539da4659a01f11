"""Works on stored webhooks: one after the other for each order, again after a failure, given up with a reason."""

from __future__ import annotations

from collections.abc import Callable

from ...arguments import function
from ...errors import InvalidInput
from ...log import logger
from ...transport._async.concurrency import called, can_be_called, in_thread
from ...work_queue._async.runner import Dispatcher, Runner
from ...work_queue.model import Alarm, Claim, Ending, QueueError
from ..inbox import LANE, STORE, Inbox
from ..messages import PaymentEvent, Webhook
from ..orders import OrderSeen
from ..signature import BadEnvelope

LOOK_AGAIN = 30.0
Handle = Callable[[Webhook, OrderSeen | None], object]


async def handled(handle: Handle, webhook: Webhook, order: OrderSeen | None) -> Ending:
    """How the attempt of a handler ended. What it raises is a failed attempt."""
    try:
        ending = await called(handle, webhook, order)
    except Exception as error:
        logger.warning("webhook %s: an attempt failed: %s", webhook.event, type(error).__name__)
        return Ending("retry", type(error).__name__)
    return ending if isinstance(ending, Ending) else Ending("delivered")


class AsyncWebhookWorker(Runner[Claim]):
    """Has `handle(webhook, order)` called for every stored webhook; `order` is None for what is about no order.

    What `handle` raises is a failed attempt: it comes again later, with growing pauses, and is given up after
    `InboxPolicy.max_attempts`. It may return an `Ending` of its own: `handed_on` for what others work on, to be asked
    again later. A process that dies inside `handle` has it called again, so what it does must bear that.
    A payment comes after the order it belongs to. Any number of workers may share an inbox.
    """

    def __init__(self, inbox: Inbox, handle: Handle, *, on_alarm: Callable[[Alarm], None] | None = None) -> None:
        if not isinstance(inbox, Inbox):
            raise InvalidInput("inbox must be an Inbox, as Inbox(path)")
        if not can_be_called(handle):
            raise InvalidInput("handle must be a function; a coroutine function is for a worker of an event loop alone")
        function("on_alarm", on_alarm)
        super().__init__(Dispatcher(inbox, STORE, [LANE], "webhooks", on_alarm))
        self.inbox = inbox
        self._handle = handle

    async def _work(self, claim: Claim) -> Ending:
        try:
            webhook, order = await in_thread(self.inbox.begin, claim)
        except BadEnvelope:
            return Ending("refused", "damaged")
        except QueueError as error:
            # The handler was not called: no attempt. It keeps its order's turn, for it may have been handed on before.
            return Ending("handed_on", type(error).__name__, LOOK_AGAIN)
        if isinstance(webhook, PaymentEvent) and order is not None and order.snapshot is None:
            # A payment that came first has no lines to work with: it waits for its order.
            if self.inbox.clock.time() - claim.created > self.inbox.policy.wait_for_order:
                return Ending("refused", "its order never came")
            return Ending("waiting", retry_after=LOOK_AGAIN)
        return await handled(self._handle, webhook, order)
