# Rendered from facade/nexus_storefront/transport/_async/http_client.py by scripts/unasync.py; edit that file.
"""The HTTP client of a shop: the caller's own, or one that is made on first use."""

from __future__ import annotations

import os
import weakref
from typing import Any, cast

import httpx

from ...arguments import flag
from ...errors import InvalidInput, MissingExtra, StorefrontError
from ...stores._forks import ForkLock
from ..judge import no_client
from .concurrency import default_transport, home, with_timed_reads


class _NoCookies(httpx.Cookies):
    def extract_cookies(self, response: httpx.Response) -> None:
        """Cookies are never sent, so none is looked for: that takes httpx a tenth of a call."""


_WHOLE = "nexus_storefront.headers"


def hide_location(response: httpx.Response) -> None:
    """A hook: a redirect is an answer. `httpx` prepares to follow one that it is told not to follow, and loses the
    answer if its `Location` is no URL."""
    if response.has_redirect_location:
        response.extensions[_WHOLE] = response.headers
        response.headers = httpx.Headers([each for each in response.headers.raw if each[0].lower() != b"location"])


def show_location(response: httpx.Response) -> None:
    """Give an answer back the header that `hide_location` took from it."""
    response.headers = response.extensions.pop(_WHOLE, response.headers)


class _Unhooked:
    """Comes before the class of a caller's client in a stand-in for it, and takes away the client's event hooks, its
    subclass hook and its finalizer."""

    _event_hooks = property(lambda self: {"request": [], "response": [hide_location]})

    def __init_subclass__(cls) -> None: ...

    def __del__(self) -> None: ...


def _unhooked(client: httpx.Client) -> httpx.Client:
    """A stand-in for `client`, with the same class and attributes, that runs none of its event hooks. Not a copy: what
    the caller's class stores later would be missing there, and the copy's end might close the connections of both."""
    own: Any = weakref.proxy(client)
    in_slots = {
        "__getattr__": lambda self, name: getattr(own, name),
        "__setattr__": lambda self, name, value: setattr(own, name, value),
    }
    kind: Any = type(type(client).__name__, (_Unhooked, type(client)), in_slots)
    same = object.__new__(kind)
    object.__setattr__(same, "__dict__", client.__dict__)
    return cast("httpx.Client", same)


class ShopClient(httpx.Client):
    """The client of a shop that was given none."""

    proves_unsent = True
    """Its connection errors prove that nothing was sent, as those of httpx's own client do; see `transport.unsent`."""
    cookies = _NoCookies()  # type: ignore[override]


class HttpClient:
    """The client behind all calls of a shop and of those derived from it."""

    def __init__(
        self, own: httpx.Client | None, *, transport: httpx.BaseTransport | None = None, http2: bool = False
    ) -> None:
        """`own` is the caller's; the other two are for a client made here."""
        if own is not None and not isinstance(own, httpx.Client):
            raise InvalidInput("http_client must be an httpx.Client")
        if transport is not None and not isinstance(transport, httpx.BaseTransport):
            raise InvalidInput("transport must be an httpx.BaseTransport")
        if own is not None and (transport is not None or flag("http2", http2)):
            raise InvalidInput("transport and http2 are for a client made here, not for an http_client of your own")
        self._client = own
        self.unhooked = None if own is None else _unhooked(own)
        """The caller's client without its event hooks, which `Exchange` runs; None for a client made here."""
        self._made_here = own is None
        self._closed = False
        self._transport = default_transport() if transport is None and own is None else transport
        self._http2 = flag("http2", http2)
        self._pid = os.getpid()
        self._home: object = None
        self._making = ForkLock(waited=True)  # a child of a fork waits for ever for locks that TLS takes meanwhile

    def get(self) -> httpx.Client:
        """The client, to send something with in the current event loop."""
        client = self.made()
        self._home = self._at_home()
        return client

    def made(self) -> httpx.Client:
        """The client, made on first use (its TLS context is the expensive part), and anew in a forked process, since
        the connections of the inherited one belong to the parent. Raises `StorefrontError` if it is closed or cannot be
        made.
        """
        client = self._client
        if not self._closed and (client is None or (self._made_here and self._pid != os.getpid())):
            with self._making:
                client = self._client
                if client is None or (self._made_here and self._pid != os.getpid()):
                    if client is not None and self._transport is not None:
                        raise StorefrontError("the shop's transport was used before this process was forked")
                    client = self._client = self._make()
                    self._pid = os.getpid()  # last: from then on other threads use that client
        if self._closed or client is None or client.is_closed:
            raise StorefrontError("the shop is closed, or the HTTP client it was given")
        return client

    def close(self) -> None:
        """Send nothing more, and close the client, unless it is the caller's own."""
        mine = self._client if self._made_here else None
        if mine is not None:
            self._at_home()
        self._closed = True
        if mine is not None:
            mine.close()

    def _at_home(self) -> object:
        """The event loop that the connections belong to: the current one, else `StorefrontError`."""
        here = home()
        if self._home not in (None, here):
            raise StorefrontError("this shop was used in another event loop before: make one for each")
        return here

    def _make(self) -> httpx.Client:
        try:
            made = ShopClient(follow_redirects=False, transport=self._transport, http2=self._http2)
            made.event_hooks = {"response": [hide_location]}
            return with_timed_reads(made)
        except ImportError as error:
            failure: StorefrontError = MissingExtra(
                "a SOCKS proxy needs: pip install 'httpx[socks]'"
                if "SOCKS" in str(error)
                else "http2=True needs the extra: pip install 'nexus-storefront[http2]'"
            )
        except Exception as error:
            failure = no_client(error)
        raise failure
