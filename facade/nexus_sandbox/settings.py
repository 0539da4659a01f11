"""What the shop's owner would have set up, and a few dials of the sandbox itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from math import inf
from typing import Any, TypedDict

STORE_ID = "store_sandbox"
STORE_NAME = "Toko Nusantara"
STORE_NUMBER = 4201
BUSINESS_ID = 1207
STOREFRONT_KEY = "sfpk_sandbox"
PAGE_ID = "page_sandbox"
PAGE_KEY = "pgpk_sandbox"
HOSTED_DOMAIN = "toko-nusantara.example"
_BEYOND = 10**10
"""So many seconds, three centuries, are too many: the time that they lead to might be none that can be told."""
_IN_SECONDS = frozenset({
    "access_ttl", "refresh_ttl", "otp_ttl", "reset_ttl", "intent_ttl", "webhook_delay", "webhook_retry_after",
    "rate_window",
})  # fmt: skip
_AT_LEAST_ONE = frozenset({"access_ttl", "refresh_ttl", "rate_window", "webhook_attempts"})
DEFAULT_ORIGINS = (
    "http://localhost:3000",
    "http://localhost:5173",
    "http://127.0.0.1:5173",
    "https://demo.example.com",
)
CHOICES: dict[str, tuple[str | int, ...]] = {
    "payment_provider": ("xendit", "flat"),
    "fee_field": ("service_fee", "payment_link_income"),
    "redirect_destination": ("payment_page", "order_page", "whatsapp", "custom_url", "absent"),
    "relay_status": (202, 204),
    "rate_limit_reset": ("seconds", "timestamp"),
}


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
    pass_on_provider_fees: bool = False
    """The shop passes providers' fees on; the methods of `methods_without_fee_schedule` then leave the list."""
    methods_without_fee_schedule: list[str] = field(default_factory=list)
    """Provider's methods with no working provider or no verified fee schedule."""
    fee_field: str = "service_fee"
    """Where an order carries the provider's fee: `service_fee`, or `payment_link_income` as older orders do."""
    redirect_destination: str = "payment_page"
    """Where `redirect_url` leads: `payment_page`, `order_page`, `whatsapp`, `custom_url`, or `absent`."""
    custom_redirect_url: str = ""
    """The page of `custom_url`; one that cannot be opened becomes the hosted instructions."""
    whatsapp_phone: str = "6281200009999"
    """The shop's number; empty: `whatsapp` becomes the hosted instructions."""
    max_per_phone: int = 0
    """Orders that one phone number may place in an hour; 0: no limit."""
    max_per_ip: int = 0
    """Orders that one address may place in an hour; 0: no limit."""
    min_name_length: int = 0
    min_address_length: int = 0
    banned_customers: list[str] = field(default_factory=list)
    """Emails, phone numbers (digits with the country code) and addresses whose orders are refused."""
    blocked_message: str = "Pesanan tidak dapat diproses. Hubungi kami."
    """The text for whoever is refused by one of these limits."""
    is_spam_filter: bool = False
    """An order by a phone number that placed another within an hour is made, but flagged as spam."""
    access_ttl: int = 900
    refresh_ttl: int = 2_592_000
    otp_ttl: int = 300
    reset_ttl: int = 3600
    intent_ttl: int = 86_400
    checkout_intents: bool = True
    """Whether the shop captures unfinished checkouts; if not, starting one is a 403."""
    preflight_intent_header: bool = False
    """Whether CORS preflights allow `X-Scalev-Checkout-Intent-Token` beside the four documented headers."""
    relay_status: int = 202
    """What the event relay answers: 202 as the newest page has it, or 204 as the pin has it."""
    webhook_duplicates: int = 0
    """How often each webhook is delivered besides the once."""
    webhook_shuffle: bool = False
    """Whether what is due goes out newest first."""
    webhook_delay: int = 0
    """Seconds from what happened to its first delivery."""
    webhook_retry_after: int = 5
    """Seconds until a delivery that was not taken is tried again; each further pause is twice as long."""
    webhook_attempts: int = 8
    """How often a delivery is tried before it is given up."""
    rate_limit: int = 1_000_000
    """Requests a client address may make in one window."""
    rate_window: int = 60
    """Seconds."""
    rate_limit_retry_after: bool = True
    """Whether a 429 of the budget says `Retry-After`."""
    rate_limit_reset: str = "seconds"
    """What `X-Ratelimit-Reset` tells: `seconds` until the window ends, or its end as a `timestamp`."""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    def change(self, changes: dict[str, Any]) -> None:
        """Set the named fields, or none of them. Raises ValueError as `check` does."""
        self.check(changes)
        for name, value in changes.items():
            setattr(self, name, value)

    def check(self, changes: dict[str, Any]) -> None:
        """Raise ValueError for an unknown name, a value of another type, or one that cannot be."""
        known = {f.name: f for f in fields(self)}
        for name, value in changes.items():
            if name not in known:
                raise ValueError(f"there is no setting {name!r}; there are {', '.join(known)}")
            if type(value) is not type(getattr(self, name)):
                raise ValueError(f"setting {name} takes {type(getattr(self, name)).__name__}, not {value!r}")
            beyond = _BEYOND if name in _IN_SECONDS else inf
            if isinstance(value, int) and not (name in _AT_LEAST_ONE) <= value < beyond:
                raise ValueError(f"setting {name} cannot be {value}")
            if name in CHOICES and value not in CHOICES[name]:
                raise ValueError(f"setting {name} is one of {', '.join(map(str, CHOICES[name]))}, not {value!r}")
            if isinstance(value, list) and not all(isinstance(part, str) for part in value):
                raise ValueError(f"setting {name} takes a list of strings, not {value!r}")


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
    pass_on_provider_fees: bool
    methods_without_fee_schedule: list[str]
    fee_field: str
    redirect_destination: str
    custom_redirect_url: str
    whatsapp_phone: str
    max_per_phone: int
    max_per_ip: int
    min_name_length: int
    min_address_length: int
    banned_customers: list[str]
    blocked_message: str
    is_spam_filter: bool
    access_ttl: int
    refresh_ttl: int
    otp_ttl: int
    reset_ttl: int
    intent_ttl: int
    checkout_intents: bool
    preflight_intent_header: bool
    relay_status: int
    webhook_duplicates: int
    webhook_shuffle: bool
    webhook_delay: int
    webhook_retry_after: int
    webhook_attempts: int
    rate_limit: int
    rate_window: int
    rate_limit_retry_after: bool
    rate_limit_reset: str
