"""Whose turn it is: every lock and lease that more than one call may want, in the one order in which they are taken.

| order | turn | held by |
|---|---|---|
| 1 | `login` | signing in, and finishing a login |
| 2 | `key` | an order that has a name |
| 3 | the shop's own lock | as 4 and 5, among the calls of one shop |
| 4 | `customer` | orders of a customer, changes of that customer's cart, carrying a cart over into it |
| 5 | `cart` | orders of a guest's cart, changes of it, carrying it over |
| 6 | `guest` | orders of bare items |
|   | `intent` | nobody: it only points to the orders that one checkout intent went along with |
| 7 | making a cart, a refresh of the session | the first change of a guest; single calls, inside all of the above |

A call that holds a turn takes only later ones, so nobody waits in a circle. In particular no call that holds 3 to 6
finishes a login: flows do that before their turn. A turn is a lease of the store, or the shop's own lock; none is held
across a fork, each ends by itself when its holder was killed, each is waited for no longer than the call may last, and
whether it could be given back changes no outcome.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

from ...errors import Timeout
from ...stores import LeaseTimeout
from ...transport._async.concurrency import held, in_thread, leased

if TYPE_CHECKING:
    from ...stores import Lease
    from ...transport._async.core import Core


TurnKind: TypeAlias = Literal["login", "key", "customer", "cart", "guest", "intent"]
_ORDER: tuple[TurnKind, ...] = get_args(TurnKind)
_SHOPS_LOCK = _ORDER.index("customer")

_carts_held: ContextVar[bool] = ContextVar("nexus_storefront_carts_held", default=False)


class Turn(NamedTuple):
    """One turn: its kind, and a digest of the cart, customer, guest or purchase that it is for."""

    kind: TurnKind
    whose: str

    def key(self, store_id: str) -> str:
        """The lease's key in the store."""
        return f"turn/{store_id}/{self.kind}/{self.whose}"


class TurnsHeld:
    """The turns of a `turns` block."""

    def __init__(self) -> None:
        self.leases: list[Lease] = []

    async def still(self) -> bool:
        """Whether all of them are still ours: False once the time of one was up."""
        return all([await in_thread(lease.still_held) for lease in self.leases])


def in_turn() -> bool:
    """Whether the calling task or thread holds a cart's turn: then it must not finish a login now."""
    return _carts_held.get()


@asynccontextmanager
async def turns(
    core: Core, wanted: Iterable[Turn], *, cart: bool = False, lasting: float, until: float
) -> AsyncIterator[TurnsHeld]:
    """Hold turns for a block, taken in the order of this module's table; with `cart` the shop's own lock as well.

    `lasting`: seconds after which they end by themselves. `until`: when to give up waiting, in monotonic seconds of the
    core's clock; raises `Timeout` then, and `StoreError` when the store cannot give a lease.
    """
    taken = TurnsHeld()
    async with AsyncExitStack() as stack:
        # First those before the shop's own lock, then that lock, then the others: nobody waits in a circle.
        ordered = sorted(wanted, key=lambda turn: (_ORDER.index(turn.kind), turn.whose))
        before = [turn for turn in ordered if _ORDER.index(turn.kind) < _SHOPS_LOCK]
        for turn in before:
            await _take(core, turn, stack, taken, lasting, until)
        if cart:
            await stack.enter_async_context(held(core.shared.cart_lock, max(0.0, until - core.clock.monotonic())))
        for turn in ordered[len(before) :]:
            await _take(core, turn, stack, taken, lasting, until)
        around = _carts_held.get()
        try:
            _carts_held.set(around or cart or len(before) < len(ordered))
            yield taken
        finally:
            _carts_held.set(around)


async def _take(core: Core, turn: Turn, stack: AsyncExitStack, taken: TurnsHeld, lasting: float, until: float) -> None:
    wait = max(0.0, until - core.clock.monotonic())
    try:
        lease = leased(core.store, turn.key(core.store_id), ttl=lasting, wait=wait, clock=core.clock)
        taken.leases.append(await stack.enter_async_context(lease))
    except LeaseTimeout:
        late = f"another call had the {turn.kind}'s turn for too long: nothing was sent"
        raise Timeout(late, effect="nothing_left") from None
