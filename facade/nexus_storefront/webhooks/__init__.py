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
    from .apps import ReceiverASGI as ReceiverASGI
    from .apps import ReceiverWSGI as ReceiverWSGI
    from .inbox import Inbox as Inbox
    from .inbox import InboxPolicy as InboxPolicy
    from .messages import DeletedEvent as DeletedEvent
    from .messages import IntentEvent as IntentEvent
    from .messages import OrderEvent as OrderEvent
    from .messages import OrderLine as OrderLine
    from .messages import PaymentEvent as PaymentEvent
    from .messages import StatusEvent as StatusEvent
    from .messages import TestEvent as TestEvent
    from .messages import Webhook as Webhook
    from .orders import OrderSeen as OrderSeen
    from .receiver import Receiver as Receiver
    from .receiver import Reply as Reply
    from .signature import BadEnvelope as BadEnvelope
    from .signature import BadSignature as BadSignature
    from .signature import WebhookRefused as WebhookRefused
    from .signature import sign as sign
    from .signature import verify as verify

_HOME = {
    ".work_queue.model": ("Ending",),
    "_async.working": ("AsyncWebhookWorker",),
    "_sync.working": ("WebhookWorker",),
    "apps": ("ReceiverASGI", "ReceiverWSGI"),
    "inbox": ("Inbox", "InboxPolicy"),
    "messages": (
        "DeletedEvent",
        "IntentEvent",
        "OrderEvent",
        "OrderLine",
        "PaymentEvent",
        "StatusEvent",
        "TestEvent",
        "Webhook",
    ),
    "orders": ("OrderSeen",),
    "receiver": ("Receiver", "Reply"),
    "signature": ("BadEnvelope", "BadSignature", "WebhookRefused", "sign", "verify"),
}
__getattr__, __dir__ = lazy_names(__name__, _HOME)
