"""Which browser pages may call, and a record of what they asked before."""

from __future__ import annotations

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .state import State

_HEADERS = ("Authorization", "Content-Type", "X-Scalev-Guest-Token", "X-Scalev-Storefront-Api-Key")
_INTENT_HEADER = "X-Scalev-Checkout-Intent-Token"
_EXPOSED = (
    "X-Scalev-Guest-Token",
    "X-Ratelimit-Limit",
    "X-Ratelimit-Remaining",
    "X-Ratelimit-Reset",
    "Retry-After",
)


class Cors:
    """Lets registered origins call `app`. Preflights list the documented headers, or the intent's too, by setting."""

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._state = state
        self._documented = _allowing(app, state, _HEADERS)
        self._with_intents = _allowing(app, state, (*_HEADERS, _INTENT_HEADER))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        allowing = self._with_intents if self._state.settings.preflight_intent_header else self._documented
        if scope["method"] != "OPTIONS" or "access-control-request-method" not in headers:
            await allowing(scope, receive, send)
            return

        async def note(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._state.preflights.append(
                    {
                        "at": self._state.clock.time(),
                        "origin": headers.get("origin"),
                        "path": scope["path"],
                        "method": headers["access-control-request-method"],
                        "headers": headers.get("access-control-request-headers", ""),
                        "allowed": message["status"] == 200,
                    }
                )
            await send(message)

        await allowing(scope, receive, note)


def _allowing(app: ASGIApp, state: State, headers: tuple[str, ...]) -> ASGIApp:
    return CORSMiddleware(
        app,
        allow_origins=state.origins,
        allow_origin_regex=state.origin_pattern,
        allow_methods=("GET", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"),
        allow_headers=headers,
        expose_headers=_EXPOSED,
        max_age=600,
    )


def storage_cors(app: ASGIApp, state: State) -> ASGIApp:
    """A page uploads proofs itself. Every header passes the preflight, so that a leak arrives, is refused, recorded."""
    return CORSMiddleware(
        app,
        allow_origins=state.origins,
        allow_origin_regex=state.origin_pattern,
        allow_methods=("GET", "HEAD", "PUT"),
        allow_headers=("*",),
    )
