"""One of the processes of the proof: receives and works on webhooks until it is killed.

    webhooks_shop.py INBOX LOG SEED

The id of each delivery is written to LOG once it was answered 200.
"""

import random
import sys
from pathlib import Path

from lengths import WEBHOOK_DELIVERIES as DELIVERIES
from nexus_storefront.webhooks import Inbox, InboxPolicy, Receiver, WebhookWorker
from webhook_deliveries import SECRET, envelope, order, payment, signed


def main(path: str, log: str, seed: str) -> None:
    inbox = Inbox(path, policy=InboxPolicy(lease=0.5, base=0.01))
    receiver, worker = Receiver(inbox, SECRET), WebhookWorker(inbox, lambda webhook, order: None)
    chance = random.Random(int(seed))
    with Path(log).open("a", buffering=1) as answered:
        while True:
            number = chance.randrange(DELIVERIES // 3)
            kind, data = chance.choice([("order.created", order), ("payment.received", payment)])
            body = envelope(kind, data(f"N{number}"), f"event_{kind}_{number}")
            if receiver.receive(body, signed(body)).status == 200:
                answered.write(f"event_{kind}_{number}\n")
            if chance.random() < 0.3:
                worker.flush(seconds=0.05)


if __name__ == "__main__":
    main(*sys.argv[1:])
