"""Storefront flows on the Nexus Commerce v3 API: browse, cart, checkout, payment, sign-in, account, conversion events.

    from nexus_storefront import Storefront

    with Storefront.from_env() as shop:
        for item in shop.catalog.items():
            print(item.name)

`AsyncStorefront` is its asynchronous twin. Names are imported when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .answer_fields import present as present
    from .auth._async.auth import AsyncOtpChallenge as AsyncOtpChallenge
    from .auth._sync.auth import SyncOtpChallenge as SyncOtpChallenge
    from .auth.cart_journal import CartReport as CartReport
    from .auth.rules import OtpChallenge as OtpChallenge
    from .auth.rules import ResetToken as ResetToken
    from .auth.rules import SessionState as SessionState
    from .auth.rules import SignedIn as SignedIn
    from .auth.rules import SignOut as SignOut
    from .cart.lines import CartLine as CartLine
    from .cart.lines import CartSnapshot as CartSnapshot
    from .cart.lines import Item as Item
    from .catalogue.offers import DiscountCheck as DiscountCheck
    from .catalogue.offers import DiscountReason as DiscountReason
    from .catalogue.offers import Offers as Offers
    from .catalogue.offers import VariantOffer as VariantOffer
    from .checkout._async import checkout
    from .checkout._sync.checkout import Checkout as Checkout
    from .checkout.outcomes import AttemptRecord as AttemptRecord
    from .checkout.outcomes import CheckoutPolicy as CheckoutPolicy
    from .checkout.outcomes import NotPlaced as NotPlaced
    from .checkout.outcomes import Outcome as Outcome
    from .checkout.outcomes import Placed as Placed
    from .checkout.outcomes import Quote as Quote
    from .checkout.outcomes import Unknown as Unknown
    from .errors import *  # noqa: F403 - all of its `__all__` is public
    from .events.model import Visit as Visit
    from .events.settings import EventSettings as EventSettings
    from .intents._async import intents
    from .intents._sync.intents import CheckoutIntent as CheckoutIntent
    from .money import Breakdown as Breakdown
    from .money import Money as Money
    from .money import PriceChange as PriceChange
    from .money import UnknownAmount as UnknownAmount
    from .payments import BankAccount as BankAccount
    from .payments import BankTransfer as BankTransfer
    from .payments import Choice as Choice
    from .payments import Closed as Closed
    from .payments import Cod as Cod
    from .payments import Failed as Failed
    from .payments import Ovo as Ovo
    from .payments import Paid as Paid
    from .payments import PaymentInstructions as PaymentInstructions
    from .payments import PaymentWait as PaymentWait
    from .payments import Pending as Pending
    from .payments import QrCode as QrCode
    from .payments import Qris as Qris
    from .payments import Redirect as Redirect
    from .payments import RetailCode as RetailCode
    from .payments import UnknownPayment as UnknownPayment
    from .payments import VirtualAccount as VirtualAccount
    from .payments import Wallet as Wallet
    from .payments import WalletAction as WalletAction
    from .payments import next_page as next_page
    from .payments import payment_state as payment_state
    from .payments import read_payment as read_payment
    from .shop._async.shop import AsyncStorefront as AsyncStorefront
    from .shop._sync.shop import Storefront as Storefront
    from .stores import EncryptedStore as EncryptedStore
    from .stores import FileStore as FileStore
    from .stores import KeyringStore as KeyringStore
    from .stores import LeaseTimeout as LeaseTimeout
    from .stores import MemoryStore as MemoryStore
    from .stores import RedisStore as RedisStore
    from .stores import SqliteStore as SqliteStore
    from .stores import Store as Store
    from .stores import StoreError as StoreError
    from .transport._async import listing
    from .transport._sync.listing import Listing as Listing
    from .transport.drift_report import Drift as Drift
    from .transport.drift_report import DriftReport as DriftReport
    from .transport.hooks import CallEvent as CallEvent
    from .transport.hooks import Hook as Hook
    from .transport.hooks import log_event as log_event
    from .transport.pages import Page as Page
    from .transport.retry import Attempt as Attempt
    from .transport.retry import Retry as Retry
    from .transport.retry import RetryPolicy as RetryPolicy
    from .transport.retry import never as never
    from .transport.settings import Timeouts as Timeouts
    from .version import __version__ as __version__

    AsyncCheckout = checkout.Checkout
    AsyncCheckoutIntent = intents.CheckoutIntent
    AsyncListing = listing.Listing

_HOME = {
    "transport._async.listing": ("AsyncListing",),
    "auth._async.auth": ("AsyncOtpChallenge",),
    "checkout._async.checkout": ("AsyncCheckout",),
    "shop._async.shop": ("AsyncStorefront",),
    "intents._async.intents": ("AsyncCheckoutIntent",),
    "transport._sync.listing": ("Listing",),
    "auth._sync.auth": ("SyncOtpChallenge",),
    "checkout._sync.checkout": ("Checkout",),
    "shop._sync.shop": ("Storefront",),
    "intents._sync.intents": ("CheckoutIntent",),
    "auth.rules": ("OtpChallenge", "ResetToken", "SessionState", "SignedIn", "SignOut"),
    "checkout.outcomes": ("AttemptRecord", "CheckoutPolicy", "NotPlaced", "Outcome", "Placed", "Quote", "Unknown"),
    "transport.drift_report": ("Drift", "DriftReport"),
    "events.model": ("Visit",),
    "events.settings": ("EventSettings",),
    "transport.hooks": ("CallEvent", "Hook", "log_event"),
    "auth.cart_journal": ("CartReport",),
    "money": ("Breakdown", "Money", "PriceChange", "UnknownAmount"),
    "payments": (
        "BankAccount",
        "BankTransfer",
        "Choice",
        "Closed",
        "Cod",
        "Failed",
        "Ovo",
        "Paid",
        "PaymentInstructions",
        "PaymentWait",
        "Pending",
        "QrCode",
        "Qris",
        "Redirect",
        "RetailCode",
        "UnknownPayment",
        "VirtualAccount",
        "Wallet",
        "WalletAction",
        "next_page",
        "payment_state",
        "read_payment",
    ),
    "transport.retry": ("Attempt", "Retry", "RetryPolicy", "never"),
    "transport.settings": ("Timeouts",),
    "version": ("__version__",),
    "stores": (
        "EncryptedStore",
        "FileStore",
        "KeyringStore",
        "LeaseTimeout",
        "MemoryStore",
        "RedisStore",
        "SqliteStore",
        "Store",
        "StoreError",
    ),
    "cart.lines": ("CartLine", "CartSnapshot", "Item"),
    "catalogue.offers": ("DiscountCheck", "DiscountReason", "Offers", "VariantOffer"),
    "transport.pages": ("Page",),
    "answer_fields": ("present",),
}
# Classes that have one name in both halves.
_ASYNC_TWINS = {"AsyncCheckout": "Checkout", "AsyncCheckoutIntent": "CheckoutIntent", "AsyncListing": "Listing"}
_WHERE = {name: module for module, names in _HOME.items() for name in names}


def __getattr__(name: str) -> object:
    errors = import_module(".errors", __name__)
    value: object
    if name == "__all__":
        value = sorted({*_WHERE, *errors.__all__})
    elif name in errors.__all__:
        value = getattr(errors, name)
    elif name in _WHERE:
        value = getattr(import_module(f".{_WHERE[name]}", __name__), _ASYNC_TWINS.get(name, name))
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *import_module(".errors", __name__).__all__, *_WHERE})
