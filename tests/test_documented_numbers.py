"""The numbers that the pages tell are those that the code goes by."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest
from nexus_commerce import api
from nexus_commerce.api.storefront import create_public_checkout
from nexus_storefront import CheckoutPolicy, FileStore, RedisStore, Retry, SqliteStore, Storefront, Timeouts, arguments
from nexus_storefront.arguments import MOST_QUANTITY
from nexus_storefront.auth import cart_journal, session_record
from nexus_storefront.auth._async import cart_merge, session
from nexus_storefront.cart._async import contents_now
from nexus_storefront.catalogue._async import catalog
from nexus_storefront.checkout._async import placing
from nexus_storefront.cli import doctor, webhooks as commands
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.contents import MOST_LINES
from nexus_storefront.events import Policy, attribution, sending
from nexus_storefront.events._async import events
from nexus_storefront.intents._async import intents
from nexus_storefront.order_journal._async import journal
from nexus_storefront.orders import proof_picture
from nexus_storefront.orders._async import waiting
from nexus_storefront.orders._async.orders import Orders
from nexus_storefront.stores import _forks, leases
from nexus_storefront.transport import rate_budget, unpacking
from nexus_storefront.transport._async import concurrency
from nexus_storefront.transport.call import Call
from nexus_storefront.webhooks import InboxPolicy, Receiver
from nexus_storefront.work_queue import spill

DOCS = Path(__file__).resolve().parents[1] / "docs"
MINUTE, HOUR, DAY, MIB = 60, 3600, 86_400, 1024 * 1024
WORDS = {
    1.0: "a minute",
    0.5: "half a second",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    20: "twenty",
    30: "half a minute",
    60: "sixty",
    100: "hundred",
    1 / 10: "a tenth",
    1 / 4: "a quarter",
}


def default(function: Any, name: str) -> Any:
    return inspect.signature(function).parameters[name].default


def operations() -> Iterator[str]:
    """The modules of the generated operations."""
    for room in pkgutil.iter_modules(api.__path__, f"{api.__name__}."):
        yield from (it.name for it in pkgutil.iter_modules(import_module(room.name).__path__))


def an_order(total: float) -> Call:
    return Call(create_public_checkout.OPERATION, {"method": "POST", "url": "/"}, total, SYSTEM_CLOCK)


LOOKS = CheckoutPolicy().settle_reads
ALL_LOOKS = [sum(LOOKS[: number + 1]) for number in range(len(LOOKS))]
_, FOR_OTHERS, FOR_EVENTS = rate_budget.RESERVE


@pytest.mark.parametrize(
    ("page", "sentence", "numbers"),
    [
        ("catalogue", "beyond {:d} characters", [arguments._LONGEST_SLUG]),
        ("catalogue", "one request per {} ids", [catalog._IDS_AT_ONCE]),
        ("catalogue", "has {} of them under way at a time", [default(concurrency.some_at_once, "most")]),
        ("command-line", "it is older than {:d} days", [doctor.OLD_CONTRACT]),
        ("command-line", "it is more than {:g} s off", [doctor.CLOCK_OFF]),
        ("cart", "How many of one thing a cart holds is 1 to {:d}", [MOST_QUANTITY]),
        ("checkout", "`CheckoutPolicy.quote_max_age` ({:g} minutes)", [CheckoutPolicy().quote_max_age / MINUTE]),
        ("checkout", "within {:g} seconds, is not asked again", [contents_now._LATELY]),
        ("checkout", "has not been told of the cart in the last {:g} seconds", [contents_now._LATELY]),
        ("checkout", "after all looks ({:g}, {:g}, {:g}, {:g} and {:g} s)", ALL_LOOKS),
        ("checkout", "may take the {:g} seconds of the looks", ALL_LOOKS[-1:]),
        ("checkout", "`CheckoutPolicy.settle_after` ({:g} s)", [CheckoutPolicy().settle_after]),
        ("checkout", "within `settle_after` ({:g} s)", [CheckoutPolicy().settle_after]),
        ("checkout", "remembers the last {:,d} of these", [journal._MOST_UNWRITTEN]),
        ("checkout", "every attempt of the last {:g} days", [journal._KEPT / DAY]),
        ("checkout", "know it for {:g} days", [journal._KEPT / DAY]),
        ("checkout", "in the shop's store, kept for {:g} days", [journal._KEPT / DAY]),
        ("checkout", "what the journal took longer than {:g} s to write", [placing._SENT_WITHIN]),
        ("checkout", "(more than {:d} lines, more than {:d} of one", [MOST_LINES, MOST_QUANTITY]),
        ("checkout", "{:d} reads,", [default(Orders.instructions, "reads")]),
        ("checkout", "reads, {:g} s apart", [default(Orders.instructions, "every")]),
        ("checkout", "`within` {:g} s", [default(Orders.instructions, "within")]),
        ("checkout", "`wait_for_payment(slug, within={:g})`", [default(Orders.wait_for_payment, "within")]),
        ("checkout", "a read every {:g} s until", [waiting.OFTEN]),
        ("checkout", "every {:g} s for a virtual account and OVO", [waiting.SELDOM]),
        ("checkout", "of up to {:g} MiB", [proof_picture.MOST_BYTES / MIB]),
        ("servers", "looks for the order for up to {:g} seconds", ALL_LOOKS[-1:]),
        ("servers", "A fork waits, for {} seconds at most", [_forks._IMPORTING]),
        ("sessions", "up to {} tries, then the error", [session_record.TRIES]),
        ("sessions", "{} answers to refreshes in a row were lost", [session_record.MAX_PRESENTED]),
        ("sessions", "The lease lasts {:g} seconds", [session.REFRESH_LEASE]),
        ("sessions", "for more than the {:g} seconds **after** it", [session.REFRESH_LEASE]),
        ("sessions", "wall clocks that agree within {:g} seconds", [session.REFRESH_LEASE]),
        ("sessions", "{} minutes after it took them at the latest", [cart_merge.LOGIN_LEASE / MINUTE]),
        ("sessions", "for {:g} days after the last step", [cart_journal.REMEMBERED / DAY]),
        ("sessions", "then a call {} later does", [session.PENDING_PAUSE]),
        ("sessions", "Another writer is waited for up to {:g} seconds", [default(FileStore, "lock_timeout")]),
        ("sessions", "Another writer is waited for up to {:g} seconds", [default(SqliteStore, "busy_timeout")]),
        ("sessions", "who waits for a lease waits as long as asked, and {} at least", [leases.LEAST]),
        ("transport", "the {:d} generated operations", [len(list(operations()))]),
        ("transport", "at most {} attempts", [Retry().attempts]),
        ("transport", "(more than {:g} s ends the call)", [Retry().retry_after_ceiling]),
        ("transport", "less than {} of it is left", [an_order(10.0).least / 10]),
        ("transport", "(at most {:g} s), nor later than it", [an_order(1000.0).least]),
        ("transport", "connecting {:g} s, reading and writing {:g} s", [Timeouts().connect, Timeouts().read]),
        (
            "transport",
            "reading and writing {:g} s, a connection of the pool {:g} s",
            [Timeouts().write, Timeouts().pool],
        ),
        ("transport", "and {:g} s in `total`", [Timeouts().total]),
        ("transport", "No wait is begun that ends {:g} s after the call began", [Retry().budget]),
        ("transport", "asks {} at a time at most", [default(concurrency.some_at_once, "most")]),
        ("transport", "may have {:g} MiB, unpacked", [unpacking.MAX_BODY / MIB]),
        ("transport", "no more than {} of the limit is left", [1 / FOR_OTHERS]),
        ("transport", "no more than {} is left", [1 / FOR_EVENTS]),
        ("transport", "no window is believed to be longer than {}", [rate_budget.WINDOW / MINUTE]),
        ("transport", "waits longer than {:g} s or half of its time", [rate_budget.MAX_WAIT]),
        ("errors", "more than {:g} MiB", [unpacking.MAX_BODY / MIB]),
        ("events", "`_fbc` and `_fbp` for {:d} days", [attribution._DAYS[attribution.FBC]]),
        ("events", "`_fbc` and `_fbp` for {:d} days", [attribution._DAYS[attribution.FBP]]),
        ("events", "`_ttclid` and `_kwai_click_id` for {:d} days", [attribution._DAYS[attribution.TTCLID]]),
        ("events", "`_ttclid` and `_kwai_click_id` for {:d} days", [attribution._DAYS[attribution.CLICK_ID]]),
        ("events", "ids of more than {:,d} bytes", [attribution.LONGEST_ID]),
        ("events", "after {:g} ms the events are `spilled`", [spill._PATIENCE * 1000]),
        ("events", "({:,d} of them, `Policy.max_spilled`)", [Policy().max_spilled]),
        ("events", "back off from {:g} to {:g} seconds", [Policy().base, Policy().ceiling]),
        ("events", "honoured up to {:g} minutes", [Policy().retry_after_ceiling / MINUTE]),
        ("events", "Nothing older than {:g} hours is sent", [Policy().max_age / HOUR]),
        ("events", "deduplicate for {:g} hours", [sending._DEDUPLICATED / HOUR]),
        ("events", "more than {:g} KiB", [Policy().max_bytes / 1024]),
        ("events", "four at a time in an asynchronous shop, and {} at most", [events._LOOKUPS]),
        ("events", "A lane holds {:,d} events", [Policy().max_waiting]),
        ("events", "by a lease ({} minutes)", [Policy().lease / MINUTE]),
        ("intents", "({:g}; an argument of", [default(intents.Intents.start, "delay")]),
        ("intents", "sends now, within {:g} seconds", [default(intents.CheckoutIntent.flush, "wait")]),
        ("intents", "One attempt each, {:g} seconds at most", [intents._PATIENCE]),
        ("webhooks", "more than `max_bytes` ({:g} MiB)", [default(Receiver, "max_bytes") / MIB]),
        ("webhooks", "or has more than {:g} MiB", [commands._MOST / MIB]),
        ("webhooks", "comes again after {:g} to {:g} seconds", [InboxPolicy().base, InboxPolicy().ceiling]),
        ("webhooks", "seconds, {} times (`InboxPolicy`)", [InboxPolicy().max_attempts]),
        ("webhooks", "up to {} hours", [InboxPolicy().wait_for_order / HOUR]),
        ("webhooks", "kept for {:g} days after they were last", [InboxPolicy().keep / DAY]),
        ("webhooks", "ids are remembered for {:g} days", [InboxPolicy().keep / DAY]),
        ("webhooks", "by a lease ({} minutes)", [InboxPolicy().lease / MINUTE]),
        ("webhooks", "not been worked on for {:g} days is a dead letter", [InboxPolicy().max_age / DAY]),
    ],
)
def test_a_number_of_a_page_is_the_codes(page: str, sentence: str, numbers: list[float]) -> None:
    text = " ".join((DOCS / f"{page}.md").read_text("utf-8").split())
    told = sentence.format(*(WORDS.get(number, number) if "{}" in sentence else number for number in numbers))
    assert told in text


@pytest.mark.parametrize(
    ("page", "sentence", "variable"),
    [
        ("checkout", "{full:,d} simulated checkouts ({short:d} in `make test`)", "NEXUS_SIMULATED_CHECKOUTS"),
        ("sessions", "{full:d} processes of 25 threads (`make test`: {short:d} processes)", "NEXUS_SESSION_PROCESSES"),
        ("sessions", "all calls succeed (`make test-full`: {full:d} rounds each)", "NEXUS_SESSION_ROUNDS"),
        ("sessions", "random rounds of faults (`make test-full`: {full:,d})", "NEXUS_FAULT_ROUNDS"),
        ("browser", "no wrong outcome (`make test-full`: {full:d} rounds)", "NEXUS_PAGE_ROUNDS"),
    ],
)
def test_a_proof_is_as_long_as_a_page_says(page: str, sentence: str, variable: str) -> None:
    lengths = Path(__file__).with_name("support") / "lengths.py"
    found = re.search(rf'"{variable}", short=([\d_]+), full=([\d_]+)', lengths.read_text("utf-8"))
    assert found is not None
    told = sentence.format(short=int(found[1]), full=int(found[2]))
    assert told in " ".join((DOCS / f"{page}.md").read_text("utf-8").split())


def test_connections_are_kept_as_httpx_keeps_them() -> None:
    """`httpx` has no public way to tell."""
    text = " ".join((DOCS / "transport.md").read_text("utf-8").split())
    shop, own = Storefront("store_x", "sfpk_x"), httpx.Client()
    ours, theirs = (client._transport._pool for client in (shop._core.shared.client.get(), own))  # type: ignore[attr-defined]
    kept = ours._max_keepalive_connections, ours._keepalive_expiry
    assert kept == (theirs._max_keepalive_connections, theirs._keepalive_expiry)
    assert "keeps connections as `httpx` does: {:d} at most, for {:g} seconds after".format(*kept) in text
    assert (ours._http1, ours._http2) == (True, False)
    shop.close()
    own.close()


def test_a_redis_server_is_waited_for_as_long_as_the_page_says() -> None:
    text = " ".join((DOCS / "transport.md").read_text("utf-8").split())
    options = RedisStore("redis://127.0.0.1:1/0")._redis.connection_pool.connection_kwargs
    assert options["socket_timeout"] == 10
    assert "a Redis server that is frozen for ten seconds by each read and write" in text
