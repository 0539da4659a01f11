"""Attribution in web frameworks: one ASGI and one WSGI middleware, for anything that speaks either.

Both read the landing URL and cookies of each request into a `Visit`, and set the cookies that are missing on pages and
redirects. Not on anything that a shared cache may keep, or every visitor would get one visitor's ids.
"""

import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .attribution import Attribution, SetCookie, capture_attribution
from .model import Visit

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

__all__ = ["WSGI_KEY", "AttributionASGI", "AttributionWSGI"]

logger = logging.getLogger("nexus_storefront")

WSGI_KEY = "nexus_storefront.visit"

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]


class AttributionASGI:
    """Puts the `Visit` of each request at `scope["state"]["visit"]`; in Starlette and FastAPI: `request.state.visit`.

    `consent(scope)` says whether this shopper allows advertising cookies; without it, nothing is read or set.
    """

    def __init__(self, app: ASGIApp, consent: Callable[[Mapping[str, Any]], bool] | None = None) -> None:
        self._app = app
        self._consent = consent

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers: dict[str, str] = {}
        for name, value in scope["headers"]:
            key = name.decode("latin-1").lower()
            text = value.decode("latin-1")
            # HTTP/2 may split the cookies over several headers
            headers[key] = f"{headers[key]}; {text}" if key == "cookie" and key in headers else text
        raw = scope.get("raw_path")
        visit = _visit(
            scope["scheme"],
            headers.get("host", ""),
            raw.decode("latin-1") if raw else quote(scope["path"]),
            scope.get("query_string", b"").decode("latin-1"),
            headers,
            _allowed(self._consent, scope),
        )
        scope["state"] = {**scope.get("state", {}), "visit": visit}

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in message.get("headers", ())}
                cookies = _cookies_for(visit, message["status"], answered)
                if cookies:
                    more = [(b"set-cookie", str(cookie).encode()) for cookie in cookies]
                    message = {**message, "headers": [*message.get("headers", ()), *more]}
            await send(message)

        await self._app(scope, receive, sending)


class AttributionWSGI:
    """Puts the `Visit` of each request at `environ[WSGI_KEY]`. `consent(environ)` as for ASGI."""

    def __init__(self, app: "WSGIApplication", consent: Callable[[Mapping[str, Any]], bool] | None = None) -> None:
        self._app = app
        self._consent = consent

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        path = (environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")).encode("latin-1")
        names = {"cookie": "HTTP_COOKIE", "referer": "HTTP_REFERER", "user-agent": "HTTP_USER_AGENT"}
        visit = _visit(
            environ["wsgi.url_scheme"],
            environ.get("HTTP_HOST") or environ.get("SERVER_NAME", ""),
            quote(path),
            environ.get("QUERY_STRING", ""),
            {name: environ[key] for name, key in names.items() if key in environ},
            _allowed(self._consent, environ),
        )
        environ[WSGI_KEY] = visit

        def starting(status: str, headers: list[tuple[str, str]], exc_info: Any = None, /) -> Callable[[bytes], object]:
            answered = {name.lower(): value for name, value in headers}
            cookies = _cookies_for(visit, int(status[:3]), answered)
            return start_response(status, [*headers, *(("Set-Cookie", str(c)) for c in cookies)], exc_info)

        return self._app(environ, starting)


def _visit(scheme: str, host: str, path: str, query: str, headers: Mapping[str, str], allowed: bool) -> Visit:
    page = f"{scheme}://{host}{path}" if host else None
    found = Attribution()
    if allowed:
        found = capture_attribution(f"{path}?{query}", headers.get("cookie"), secure=scheme == "https")
    return Visit(page, headers.get("referer"), found, headers.get("user-agent"))


def _allowed(consent: Callable[[Mapping[str, Any]], bool] | None, request: Mapping[str, Any]) -> bool:
    if consent is None:
        return True
    try:
        return consent(request) is True
    except Exception as error:
        logger.warning("the consent gate failed: %s", type(error).__name__)
        return False


def _cookies_for(visit: Visit, status: int, headers: Mapping[str, str]) -> Sequence[SetCookie]:
    page = headers.get("content-type", "").lower().startswith("text/html") or 300 <= status < 400
    caching = headers.get("cache-control", "").lower()
    return visit.attribution.set_cookies if page and "public" not in caching and "s-maxage" not in caching else ()
