"""One of the processes of the proof: takes purchases and delivers them, until it is killed.

    events_proof_shopfront.py BASE_URL OUTBOX CLOCK LOG FIRST LAST

Each purchase is written to LOG once `send` has accepted it; a restart goes on after the last one written. CLOCK is a
file that holds the simulated time, and how many of them may have been taken by now.
"""

import logging
import mmap
import struct
import sys
from pathlib import Path
from time import sleep

from nexus_storefront import Storefront, never
from nexus_storefront.clock import SystemClock
from nexus_storefront.events.attribution import Attribution
from nexus_storefront.events.items import EventItem
from nexus_storefront.events.model import Visit
from nexus_storefront.events.sending import Policy
from nexus_storefront.events.settings import EventSettings

STORE, KEY = "store_sandbox", "sfpk_sandbox"
POLICY = Policy(lease=900.0, max_waiting=1_000_000)
VALUE = 125_000


class Simulated(SystemClock):
    def __init__(self, file: mmap.mmap) -> None:
        self._file = file

    def time(self) -> float:
        return float(struct.unpack("d", self._file[:8])[0])


def main(base: str, outbox: str, clock: str, log: str, first: str, last: str) -> None:
    logging.disable(logging.CRITICAL)
    with Path(clock).open("rb") as file:
        time = mmap.mmap(file.fileno(), 16, access=mmap.ACCESS_READ)
    settings = EventSettings(outbox=outbox, policy=POLICY)
    shop = Storefront(STORE, KEY, base, retry=never, events=settings, clock=Simulated(time))
    events = shop.events
    events.start()
    journal = Path(log)
    done = {int(line) for line in journal.read_text().split()} if journal.exists() else set()
    with journal.open("a", buffering=1) as accepted:
        for number in range(int(first), int(last)):
            if number in done:
                continue
            while number - int(first) >= struct.unpack("q", time[8:])[0]:
                sleep(0.02)
            order = {
                "order_id": f"PROOF-{number}",
                "gross_revenue": VALUE,
                "customer": {"email": f"{number}@example.com"},
            }
            visit = Visit("https://toko.example/terima-kasih", attribution=Attribution(click_id=f"click-{number}"))
            conversion = events.order_created(order, visit, items=[EventItem("variant_bafc8f2a4d27b", 1, VALUE)])
            receipt = events.send(conversion)
            while "spilled" in receipt.statuses.values():
                sleep(0.02)  # in memory is not on disk: again, until it is known
                receipt = events.send(conversion)
            if receipt.dropped:
                raise SystemExit(f"not accepted: {receipt}")
            accepted.write(f"{number}\n")
            sleep(0.003)  # shoppers come one after the other, also while others are being served or killed
    sys.stdin.read()  # goes on delivering until it is told to end


if __name__ == "__main__":
    main(*sys.argv[1:])
