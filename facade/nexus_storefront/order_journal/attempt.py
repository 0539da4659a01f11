"""An attempt at an order, as the journal keeps it. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from ..answer_fields import field
from ..contents import Content
from ..money import AMOUNTS, Breakdown

if TYPE_CHECKING:
    pass


Phase: TypeAlias = Literal["sending", "placed", "not_placed"]


@attrs.frozen(kw_only=True)
class Attempt:
    """One attempt to place an order, as it is stored before it is sent. Holds no name, address, e-mail or phone."""

    id: str
    phase: Phase = "sending"
    until: float
    """Epoch seconds by which the sending side was done with it: later, only the service can still be at work."""
    purchase: str
    """A digest of everything that was asked for."""
    customer: str = "default"
    """The shop's name for its shopper."""
    account: str | None = None
    """A customer's attempt: whose, as a digest. None: a guest's."""
    token: str | None = attrs.field(default=None, repr=False)
    """The guest token of the cart that is the witness."""
    cart_id: int | None = None
    """The customer's cart that is the witness."""
    held: Content = ()
    """What the witness cart held before; empty: there is none."""
    clears: bool = True
    """The service documents that this order empties the cart."""
    spoiled: bool = False
    """The shop itself has taken something out of the cart since: empty, it is a witness no more."""
    ordered: Content | None = None
    """What was asked for; None where the service takes it from the cart."""
    orders: tuple[str, ...] | None = None
    """The ids of the newest orders the customer had before; None: not known."""
    newest: float | None = None
    """When the newest of them was made, by the service's clock, in epoch seconds."""
    quoted: Mapping[str, str | float] = attrs.field(factory=dict)
    """The amounts of the quote, by their contract names."""
    answered: bool = False
    """The service itself ended the request with an error: nothing of it is still at work."""
    reason: NoOrder | None = None
    """Why there is no order."""
    secret_slug: str | None = attrs.field(default=None, repr=False)
    order_id: str | None = None
    evidence: Evidence | None = None

    def to_bytes(self) -> bytes:
        # All of it is JSON as it stands: the recursion of `attrs.asdict` would only copy it.
        told = {name: value for name, default in _DEFAULTS if (value := getattr(self, name)) is not default}
        return json.dumps({"v": 1, **told}).encode()

    @classmethod
    def from_bytes(cls, value: bytes) -> Attempt:
        """Raises ValueError for what is no attempt of this version."""
        try:
            data: dict[str, Any] = json.loads(value)
            if data.pop("v") != 1:
                raise ValueError("an attempt of another version")
            for name in ("held", "ordered"):
                if data.get(name) is not None:
                    data[name] = tuple((kind, number, amount) for kind, number, amount in data[name])
            if data.get("orders") is not None:
                data["orders"] = tuple(data["orders"])
            return cls(**data)
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"not an attempt: {type(error).__name__}") from None

    @property
    def breakdown(self) -> Breakdown:
        return Breakdown.of(self.quoted)


_DEFAULTS = tuple((each.name, each.default) for each in attrs.fields(Attempt))


def amounts_of(summary: object) -> dict[str, str | float]:
    """The amounts of a summary as they came, for an attempt to keep."""
    sent = ((name, field(summary, name)) for name in AMOUNTS)
    return {
        name: value
        for name, value in sent
        if isinstance(value, (int, float)) or (isinstance(value, str) and len(value) <= 64)
    }


Evidence: TypeAlias = Literal["answer", "order", "cart"]


NoOrder: TypeAlias = Literal["refused", "never_sent", "not_found", "dismissed"]


def digest(*parts: object) -> str:
    """A short name for texts, numbers and tuples of them, the same in every process."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
