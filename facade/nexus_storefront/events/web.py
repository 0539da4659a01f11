"""Attribution in web frameworks: one ASGI and one WSGI middleware, for anything that speaks either.

Both read the landing URL and cookies of each request into a `Visit`, and set the cookies that are missing on pages and
redirects. Not on anything that a shared cache may keep (see `caching`), or every visitor would get one visitor's ids.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..arguments import flag, is_function
from ..errors import InvalidInput
from .attribution import Attribution, capture_attribution
from .caching import HeaderLines, is_for_one_reader, kept_private
from .consent import allows
from .model import Visit

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

WSGI_KEY = "nexus_storefront.visit"

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]

Consent = Callable[[Mapping[str, Any]], bool]


class _Attribution:
    """What both middlewares have in common."""

    def __init__(self, app: Any, consent: Consent | None = None, *, uncacheable: bool = False) -> None:
        if not callable(app) or not (consent is None or is_function(consent)):
            raise InvalidInput("app must be an application, and consent a function of the request")
        self._app = app
        self._consent = consent
        self._uncacheable = flag("uncacheable", uncacheable)

    def _visit(
        self, request: Mapping[str, Any], scheme: str, host: str, path: str, query: str, headers: Mapping[str, str]
    ) -> Visit:
        page = f"{scheme}://{host}{path}" if host else None
        found = Attribution()
        if allows(self._consent, request):
            found = capture_attribution(f"{path}?{query}", headers.get("cookie"), secure=scheme == "https")
        return Visit(page, headers.get("referer"), found, headers.get("user-agent"))

    def _answer(self, visit: Visit, status: int, headers: HeaderLines) -> HeaderLines:
        """The headers of an answer, with the cookies that it should and may set."""
        cookies = [("Set-Cookie", str(cookie)) for cookie in visit.attribution.set_cookies]
        if not cookies or not _is_page_or_redirect(status, headers):
            return headers
        if not is_for_one_reader(status, headers):
            if not self._uncacheable:
                return headers
            headers = kept_private(headers)
        return [*headers, *cookies]


class AttributionASGI(_Attribution):
    """Puts the `Visit` of each request at `scope["state"]["visit"]`; in Starlette and FastAPI: `request.state.visit`.

    `consent(scope)` says whether this shopper allows advertising cookies; without it, nothing is read or set. With
    `uncacheable=True`, an answer that needs cookies but could be kept by a shared cache is made `private, no-store`;
    else it goes without.
    """

    _app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers: dict[str, str] = {}
        for key, text in _text(scope["headers"]):
            # HTTP/2 may split the cookies over several headers
            headers[key] = f"{headers[key]}; {text}" if key == "cookie" and key in headers else text
        raw, query = scope.get("raw_path"), scope.get("query_string", b"").decode("latin-1")
        path = raw.decode("latin-1") if raw else quote(scope["path"])
        visit = self._visit(scope, scope.get("scheme", "http"), headers.get("host", ""), path, query, headers)
        if scope.get("state") is None:
            scope["state"] = {}
        scope["state"]["visit"] = visit  # in the one that is there: who stands outside has it in hand

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = self._answer(visit, message["status"], _text(message.get("headers", ())))
                lines = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in answer]
                message = {**message, "headers": lines}
            await send(message)

        await self._app(scope, receive, sending)


class AttributionWSGI(_Attribution):
    """Puts the `Visit` of each request at `environ[WSGI_KEY]`. `consent(environ)` and `uncacheable` as for ASGI."""

    _app: "WSGIApplication"

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        path = quote((environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")).encode("latin-1"))
        names = {"cookie": "HTTP_COOKIE", "referer": "HTTP_REFERER", "user-agent": "HTTP_USER_AGENT"}
        headers = {name: environ[key] for name, key in names.items() if key in environ}
        host, query = environ.get("HTTP_HOST") or environ.get("SERVER_NAME", ""), environ.get("QUERY_STRING", "")
        visit = self._visit(environ, environ["wsgi.url_scheme"], host, path, query, headers)
        environ[WSGI_KEY] = visit

        def starting(status: str, headers: HeaderLines, exc_info: Any = None, /) -> Callable[[bytes], object]:
            return start_response(status, self._answer(visit, int(status[:3]), headers), exc_info)

        return self._app(environ, starting)


def _text(headers: Iterable[tuple[bytes, bytes]]) -> HeaderLines:
    return [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in headers]


def _is_page_or_redirect(status: int, headers: HeaderLines) -> bool:
    """An HTML page or a redirect. A 304 is neither: what it belongs to was answered before."""
    if status in (301, 302, 303, 307, 308):
        return True
    kinds = [value.partition(";")[0].strip().lower() for name, value in headers if name.lower() == "content-type"]
    return status >= 200 and status not in (204, 304) and kinds == ["text/html"]
