"""Webhooks of the service: verified, typed, stored before they are acknowledged, worked on once and in order.

`verify` is all that is needed beside a queue of your own; `Inbox` with `ReceiverASGI` or `ReceiverWSGI` and a
`WebhookWorker` is the whole way. Names are imported when they are first used.
"""

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from ..work_queue.model import Ending as Ending
    from ._async.working import AsyncWebhookWorker as AsyncWebhookWorker
    from ._sync.working import WebhookWorker as WebhookWorker
    from .inbox import Inbox as Inbox, InboxPolicy as InboxPolicy
    from .messages import (
        DeletedEvent as DeletedEvent,
        IntentEvent as IntentEvent,
        OrderEvent as OrderEvent,
        OrderLine as OrderLine,
        PaymentEvent as PaymentEvent,
        StatusEvent as StatusEvent,
        TestEvent as TestEvent,
        Webhook as Webhook,
    )
    from .orders import OrderSeen as OrderSeen
    from .receiver import (
        Receiver as Receiver,
        ReceiverASGI as ReceiverASGI,
        ReceiverWSGI as ReceiverWSGI,
        Reply as Reply,
    )
    from .signature import (
        BadEnvelope as BadEnvelope,
        BadSignature as BadSignature,
        WebhookRefused as WebhookRefused,
        sign as sign,
        verify as verify,
    )
else:
    __getattr__, __dir__ = lazy_names(__name__)
