"""Storefront flows on the Nexus Commerce v3 API: browse, cart, checkout, payment, sign-in, account, conversion events.

    from nexus_storefront import Storefront

    with Storefront.from_env() as shop:
        for item in shop.catalog.items():
            print(item.name)

`AsyncStorefront` is its asynchronous twin. Names are imported when they are first used.
"""

from typing import TYPE_CHECKING

from ._lazy import lazy_names

if TYPE_CHECKING:
    from .answer_fields import present as present
    from .auth._async.auth import AsyncOtpChallenge as AsyncOtpChallenge
    from .auth._sync.auth import SyncOtpChallenge as SyncOtpChallenge
    from .auth.cart_journal import CartReport as CartReport
    from .auth.rules import (
        OtpChallenge as OtpChallenge,
        ResetToken as ResetToken,
        SessionState as SessionState,
        SignedIn as SignedIn,
        SignOut as SignOut,
    )
    from .cart.lines import CartLine as CartLine, CartSnapshot as CartSnapshot, Item as Item
    from .catalogue.offers import (
        DiscountCheck as DiscountCheck,
        DiscountReason as DiscountReason,
        Offers as Offers,
        VariantOffer as VariantOffer,
    )
    from .checkout._async.checkout import Checkout as _AsyncCheckout
    from .checkout._sync.checkout import Checkout as Checkout
    from .checkout.outcomes import (
        AttemptRecord as AttemptRecord,
        CheckoutPolicy as CheckoutPolicy,
        NotPlaced as NotPlaced,
        Outcome as Outcome,
        Placed as Placed,
        Quote as Quote,
        Unknown as Unknown,
    )
    from .errors import *  # noqa: F403 - all its classes are public
    from .errors import Effect as Effect
    from .events.model import Visit as Visit
    from .events.settings import EventSettings as EventSettings
    from .intents._async.intents import CheckoutIntent as _AsyncCheckoutIntent
    from .intents._sync.intents import CheckoutIntent as CheckoutIntent
    from .money import (
        Breakdown as Breakdown,
        Money as Money,
        PriceChange as PriceChange,
        UnknownAmount as UnknownAmount,
    )
    from .payments import *  # noqa: F403 - all of it is public
    from .shop._async.shop import AsyncStorefront as AsyncStorefront
    from .shop._sync.shop import Storefront as Storefront
    from .stores import (
        EncryptedStore as EncryptedStore,
        FileStore as FileStore,
        KeyringStore as KeyringStore,
        LeaseTimeout as LeaseTimeout,
        MemoryStore as MemoryStore,
        RedisStore as RedisStore,
        SqliteStore as SqliteStore,
        Store as Store,
        StoreError as StoreError,
    )
    from .transport._async.listing import Listing as _AsyncListing
    from .transport._sync.listing import Listing as Listing
    from .transport.drift_report import Drift as Drift, DriftReport as DriftReport
    from .transport.hooks import CallEvent as CallEvent, Hook as Hook, log_event as log_event
    from .transport.pages import Page as Page
    from .transport.retry import Attempt as Attempt, Retry as Retry, RetryPolicy as RetryPolicy, never as never
    from .transport.settings import Timeouts as Timeouts
    from .version import __version__ as __version__

    AsyncCheckout = _AsyncCheckout
    AsyncCheckoutIntent = _AsyncCheckoutIntent
    AsyncListing = _AsyncListing
else:
    __getattr__, __dir__ = lazy_names(__name__)
