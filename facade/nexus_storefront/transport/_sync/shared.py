# Rendered from facade/nexus_storefront/transport/_async/shared.py by scripts/unasync.py; edit that file.
"""What all calls of a shop share."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import httpx

from ...errors import (
    InvalidInput,
    MissingExtra,
    StorefrontError,
)
from ..hooks import Hook, keep_http_logs_discreet
from ..rate_budget import RateBudget
from ..settings import Settings
from .concurrency import Lock, home
from .guest_token import GuestToken

if TYPE_CHECKING:
    from nexus_commerce.types import Operation

    from ...clock import Clock
    from ...stores import Store
    from ..drift_report import DriftReport


class Session(Protocol):
    """What the transport asks of a customer's session."""

    def access_token(self) -> str | None:
        """A token to send now, refreshed if it was about to expire; None when nobody is signed in."""
        ...

    def rejected(self, token: str) -> bool:
        """The service answered 401 to `token`. True if `access_token` now gives another one."""
        ...

    def signed_in(self) -> bool:
        """Whether somebody is signed in, as far as is known without asking the service."""
        ...

    def account(self) -> str:
        """A digest that tells one signed-in customer from another; empty when nobody is signed in."""
        ...

    def close(self) -> None:
        """Let what is under way come to its end."""
        ...


class Shared:
    """What a shop and every shop derived from it have in common."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        *,
        http_client: httpx.Client | None,
        http_options: Mapping[str, Any],
        hooks: Sequence[Hook],
        drift: DriftReport | None,
        clock: Clock,
    ) -> None:
        keep_http_logs_discreet()
        self.store = store
        self.hooks = tuple(hooks)
        self.drift = drift
        self.session: Session | None = None
        self.make_session: Callable[[], Session] | None = None
        """Makes the session when it is first asked for."""
        label = "" if settings.customer == "default" else f"/{settings.customer}"
        self.guest = GuestToken(store, f"guest/{settings.store_id}{label}")
        self.cart_lock = Lock()
        self.urls: dict[str, httpx.URL] = {}
        self.operations: dict[str, Operation] = {}
        """Those called so far, by id."""
        self.budget = RateBudget()
        self.budget_key = f"rate/{settings.store_id}"
        self.clock = clock
        self.budget_read = float("-inf")
        self.budget_written = -1.0
        self._http = http_client
        self._owns_http = http_client is None
        self._http_pid = os.getpid()
        self._home: object = None
        self._http_options = dict(http_options)
        self.making = threading.Lock()

    def http(self) -> httpx.Client:
        """The HTTP client, made on first use (its TLS context is the expensive part), and anew in a forked process:
        the connections of the other belong to its parent.
        """
        if self._http is None or (self._owns_http and self._http_pid != os.getpid()):
            with self.making:
                if self._http is None or (self._owns_http and self._http_pid != os.getpid()):
                    try:
                        self._http = httpx.Client(follow_redirects=False, **self._http_options)
                        self._http_pid = os.getpid()
                    except ImportError as error:
                        raise MissingExtra(
                            "a SOCKS proxy needs: pip install 'httpx[socks]'"
                            if "SOCKS" in str(error)
                            else "http2=True needs the extra: pip install 'nexus-storefront[http2]'"
                        ) from None
                    except ValueError:
                        # Not its own words: a proxy's URL may hold a password.
                        raise InvalidInput("the environment names a proxy with a URL of an unknown kind") from None
        if self._http.is_closed:
            raise StorefrontError("the shop is closed, or the HTTP client it was given")
        here = home()
        if self._home is not here:
            if self._home is not None:
                raise StorefrontError("this shop was used in another event loop before: make one for each")
            self._home = here
        return self._http

    def close(self) -> None:
        if self._owns_http and self._http is not None:
            self._http.close()
