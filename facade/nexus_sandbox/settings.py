"""What the shop's owner would have set up, and a few dials of the sandbox itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any, TypedDict

STORE_ID = "store_sandbox"
STORE_NUMBER = 4201
BUSINESS_ID = 1207
STOREFRONT_KEY = "sfpk_sandbox"
PAGE_ID = "page_sandbox"
PAGE_KEY = "pgpk_sandbox"
HOSTED_DOMAIN = "toko-nusantara.example"
_AT_LEAST_ONE = frozenset({"access_ttl", "refresh_ttl", "rate_window"})
DEFAULT_ORIGINS = ("http://localhost:5173", "http://127.0.0.1:5173", "https://demo.example.com")


@dataclass
class Settings:
    """Changeable at any time by `control.configure(...)`; kept in the database."""

    paid_plan: bool = True
    """Whether the shop pays for the service; if not, it answers like an unknown store."""
    otp_required: bool = False
    """Every login needs an OTP, whatever the customer's own setting."""
    strict_two_step: bool = False
    """Checkout may omit `payment_method`; the order then comes back as `payment_link`."""
    unique_code: bool = False
    """A bank transfer order is lowered by a code of 1 to 999 rupiah, so the transfer can be told apart."""
    clear_cart_on_cart_order: bool = True
    """An order made from a cart empties that cart."""
    payment_info_after_reads: int = 2
    """How many reads after the payment was asked for `pg_payment_info` stays empty."""
    payment_provider: str = "xendit"
    """`xendit` nests the QR string in `payment_method`; `flat` puts it at the top."""
    disabled_payment_methods: list[str] = field(default_factory=list)
    access_ttl: int = 900
    refresh_ttl: int = 2_592_000
    otp_ttl: int = 300
    reset_ttl: int = 3600
    intent_ttl: int = 86_400
    checkout_intents: bool = True
    """Whether the shop captures unfinished checkouts; if not, starting one is a 403."""
    rate_limit: int = 1_000_000
    """Requests a client address may make in one window."""
    rate_window: int = 60
    """Seconds."""
    rate_limit_retry_after: bool = True
    """Whether a 429 of the budget says `Retry-After`."""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    def change(self, changes: dict[str, Any]) -> None:
        """Set the named fields. Raises ValueError for an unknown name or a value of another type."""
        known = {f.name: f for f in fields(self)}
        for name, value in changes.items():
            if name not in known:
                raise ValueError(f"there is no setting {name!r}; there are {', '.join(known)}")
            if type(value) is not type(getattr(self, name)):
                raise ValueError(f"setting {name} takes {type(getattr(self, name)).__name__}, not {value!r}")
            if isinstance(value, int) and value < (name in _AT_LEAST_ONE):
                raise ValueError(f"setting {name} cannot be {value}")
        for name, value in changes.items():
            setattr(self, name, value)


class SettingChanges(TypedDict, total=False):
    """The keywords of `control.configure`: any of the settings."""

    paid_plan: bool
    otp_required: bool
    strict_two_step: bool
    unique_code: bool
    clear_cart_on_cart_order: bool
    payment_info_after_reads: int
    payment_provider: str
    disabled_payment_methods: list[str]
    access_ttl: int
    refresh_ttl: int
    otp_ttl: int
    reset_ttl: int
    intent_ttl: int
    checkout_intents: bool
    rate_limit: int
    rate_window: int
    rate_limit_retry_after: bool
