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
    from ._async import _paging, checkout, intents
    from ._async.auth import AsyncOtpChallenge as AsyncOtpChallenge
    from ._async.client import AsyncStorefront as AsyncStorefront
    from ._sync._paging import Listing as Listing
    from ._sync.auth import SyncOtpChallenge as SyncOtpChallenge
    from ._sync.checkout import Checkout as Checkout
    from ._sync.client import Storefront as Storefront
    from ._sync.intents import CheckoutIntent as CheckoutIntent
    from .auth_rules import OtpChallenge as OtpChallenge
    from .auth_rules import ResetToken as ResetToken
    from .auth_rules import SessionState as SessionState
    from .auth_rules import SignedIn as SignedIn
    from .auth_rules import SignOut as SignOut
    from .checkout import CheckoutPolicy as CheckoutPolicy
    from .checkout import NotPlaced as NotPlaced
    from .checkout import Outcome as Outcome
    from .checkout import Placed as Placed
    from .checkout import Quote as Quote
    from .checkout import Unknown as Unknown
    from .drift import Drift as Drift
    from .drift import DriftReport as DriftReport
    from .errors import BadRequest as BadRequest
    from .errors import CheckoutIncomplete as CheckoutIncomplete
    from .errors import CheckoutIntentCompleted as CheckoutIntentCompleted
    from .errors import CheckoutIntentNotAllowed as CheckoutIntentNotAllowed
    from .errors import CheckoutUnresolved as CheckoutUnresolved
    from .errors import Conflict as Conflict
    from .errors import ConnectionFailed as ConnectionFailed
    from .errors import DecodeError as DecodeError
    from .errors import Forbidden as Forbidden
    from .errors import InvalidCredentials as InvalidCredentials
    from .errors import InvalidInput as InvalidInput
    from .errors import MissingExtra as MissingExtra
    from .errors import MissingValue as MissingValue
    from .errors import NotEntitled as NotEntitled
    from .errors import NotFound as NotFound
    from .errors import NotSignedIn as NotSignedIn
    from .errors import OtpExpired as OtpExpired
    from .errors import OtpRejected as OtpRejected
    from .errors import RateLimited as RateLimited
    from .errors import RecaptchaFailed as RecaptchaFailed
    from .errors import RepeatedCursor as RepeatedCursor
    from .errors import ResetLinkRejected as ResetLinkRejected
    from .errors import ServerError as ServerError
    from .errors import SessionLost as SessionLost
    from .errors import StaleQuote as StaleQuote
    from .errors import StatusError as StatusError
    from .errors import StorefrontError as StorefrontError
    from .errors import Timeout as Timeout
    from .errors import TooManyTries as TooManyTries
    from .errors import Unauthorized as Unauthorized
    from .errors import Unprocessable as Unprocessable
    from .events.model import Visit as Visit
    from .events.settings import EventSettings as EventSettings
    from .hooks import CallEvent as CallEvent
    from .hooks import Hook as Hook
    from .hooks import log_event as log_event
    from .login_cart import CartReport as CartReport
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
    from .retry import Attempt as Attempt
    from .retry import Retry as Retry
    from .retry import RetryPolicy as RetryPolicy
    from .retry import never as never
    from .settings import Timeouts as Timeouts
    from .stores import EncryptedStore as EncryptedStore
    from .stores import FileStore as FileStore
    from .stores import KeyringStore as KeyringStore
    from .stores import LeaseTimeout as LeaseTimeout
    from .stores import MemoryStore as MemoryStore
    from .stores import RedisStore as RedisStore
    from .stores import SqliteStore as SqliteStore
    from .stores import Store as Store
    from .stores import StoreError as StoreError
    from .views import CartLine as CartLine
    from .views import CartSnapshot as CartSnapshot
    from .views import DiscountCheck as DiscountCheck
    from .views import Item as Item
    from .views import Page as Page
    from .views import VariantOffer as VariantOffer
    from .views import present as present

    AsyncCheckout = checkout.Checkout
    AsyncCheckoutIntent = intents.CheckoutIntent
    AsyncListing = _paging.Listing

_HOME = {
    "_async._paging": ("AsyncListing",),
    "_async.auth": ("AsyncOtpChallenge",),
    "_async.checkout": ("AsyncCheckout",),
    "_async.client": ("AsyncStorefront",),
    "_async.intents": ("AsyncCheckoutIntent",),
    "_sync._paging": ("Listing",),
    "_sync.auth": ("SyncOtpChallenge",),
    "_sync.checkout": ("Checkout",),
    "_sync.client": ("Storefront",),
    "_sync.intents": ("CheckoutIntent",),
    "auth_rules": ("OtpChallenge", "ResetToken", "SessionState", "SignedIn", "SignOut"),
    "checkout": ("CheckoutPolicy", "NotPlaced", "Outcome", "Placed", "Quote", "Unknown"),
    "drift": ("Drift", "DriftReport"),
    "errors": (
        "BadRequest",
        "CheckoutIncomplete",
        "CheckoutIntentCompleted",
        "CheckoutIntentNotAllowed",
        "CheckoutUnresolved",
        "Conflict",
        "ConnectionFailed",
        "DecodeError",
        "Forbidden",
        "InvalidCredentials",
        "InvalidInput",
        "MissingExtra",
        "MissingValue",
        "NotEntitled",
        "NotFound",
        "NotSignedIn",
        "OtpExpired",
        "OtpRejected",
        "RateLimited",
        "RecaptchaFailed",
        "RepeatedCursor",
        "ResetLinkRejected",
        "ServerError",
        "SessionLost",
        "StaleQuote",
        "StatusError",
        "StorefrontError",
        "Timeout",
        "TooManyTries",
        "Unauthorized",
        "Unprocessable",
    ),
    "events.model": ("Visit",),
    "events.settings": ("EventSettings",),
    "hooks": ("CallEvent", "Hook", "log_event"),
    "login_cart": ("CartReport",),
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
    "retry": ("Attempt", "Retry", "RetryPolicy", "never"),
    "settings": ("Timeouts",),
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
    "views": ("CartLine", "CartSnapshot", "DiscountCheck", "Item", "Page", "VariantOffer", "present"),
}
# Classes that have one name in both halves.
_ASYNC_TWINS = {"AsyncCheckout": "Checkout", "AsyncCheckoutIntent": "CheckoutIntent", "AsyncListing": "Listing"}
_WHERE = {name: module for module, names in _HOME.items() for name in names}


if not TYPE_CHECKING:  # which takes the imports above, and no list that is computed
    __all__ = sorted(_WHERE)


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_WHERE[name]}", __name__), _ASYNC_TWINS.get(name, name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_WHERE})
