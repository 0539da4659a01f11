"""The middlewares inside the real frameworks: what the first event of a visit knows, and what the browser keeps."""

import ast
import io
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from nexus_storefront.errors import InvalidInput
from nexus_storefront.events.model import Visit
from nexus_storefront.events.web import WSGI_KEY, AttributionASGI, AttributionWSGI

Get = Callable[..., httpx.Response]
LANDING = "/produk?fbclid=AbC&ttclid=TT&click_id=KW&token=SECRET"
HEADERS = {"user-agent": "Shopper/1", "referer": "https://facebook.com/"}


def tell(visit: Visit) -> dict[str, Any]:
    found = visit.attribution
    return {
        "page": visit.page_url,
        "referrer": visit.referrer_url,
        "agent": visit.user_agent,
        "ids": [found.fbc, found.fbp, found.ttclid, found.ttp, found.click_id],
    }


def asgi(app: Any) -> Get:
    def get(path: str, **options: Any) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="https://toko.example") as client:
                return await client.get(path, **options)

        return anyio.run(ask)

    return get


def wsgi(app: Any) -> Get:
    def get(path: str, **options: Any) -> httpx.Response:
        with httpx.Client(transport=httpx.WSGITransport(app=app), base_url="https://toko.example") as client:
            return client.get(path, **options)

    return get


def make_starlette(consent: Any) -> Get:
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.requests import Request
    from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse
    from starlette.routing import Route

    def page(request: Request) -> HTMLResponse:
        cache = {"cache-control": request.query_params["cache"]} if "cache" in request.query_params else None
        return HTMLResponse(repr(tell(request.state.visit)), headers=cache)

    def data(request: Request) -> JSONResponse:
        return JSONResponse(tell(request.state.visit))

    def away(request: Request) -> RedirectResponse:
        return RedirectResponse("/produk")

    routes = [Route("/produk", page), Route("/data", data), Route("/pindah", away)]
    return asgi(Starlette(routes=routes, middleware=[Middleware(AttributionASGI, consent=consent)]))


def make_fastapi(consent: Any) -> Get:
    from fastapi import FastAPI, Request
    from fastapi.responses import HTMLResponse, RedirectResponse

    app = FastAPI()
    app.add_middleware(AttributionASGI, consent=consent)

    async def page(request: Request, cache: str | None = None) -> HTMLResponse:
        return HTMLResponse(repr(tell(request.state.visit)), headers={"cache-control": cache} if cache else None)

    async def data(request: Request) -> Any:
        return tell(request.state.visit)

    async def away() -> RedirectResponse:
        return RedirectResponse("/produk")

    app.add_api_route("/produk", page, response_model=None)
    app.add_api_route("/data", data, response_model=None)
    app.add_api_route("/pindah", away, response_model=None)
    return asgi(app)


def make_flask(consent: Any) -> Get:
    from flask import Flask, Response, jsonify, redirect, request

    app = Flask(__name__)

    @app.get("/produk")
    def page() -> Response:
        response = Response(repr(tell(request.environ[WSGI_KEY])), mimetype="text/html")
        if "cache" in request.args:
            response.headers["cache-control"] = request.args["cache"]
        return response

    @app.get("/data")
    def data() -> Any:
        return jsonify(tell(request.environ[WSGI_KEY]))

    @app.get("/pindah")
    def away() -> Any:
        return redirect("/produk")

    app.wsgi_app = AttributionWSGI(app.wsgi_app, consent)  # type: ignore[method-assign]
    return wsgi(app)


def make_django(consent: Any, *, over: str) -> Get:
    import django
    from django.conf import settings
    from django.http import HttpResponse, JsonResponse
    from django.shortcuts import redirect
    from django.urls import clear_url_caches, path

    if not settings.configured:
        settings.configure(
            SECRET_KEY="of a test", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], MIDDLEWARE=[], USE_TZ=True
        )
        django.setup()
    settings.ROOT_URLCONF = __name__  # another test of this process may have come first
    clear_url_caches()

    def visit(request: Any) -> Visit:
        found: Visit = request.environ[WSGI_KEY] if hasattr(request, "environ") else request.scope["state"]["visit"]
        return found

    def page(request: Any) -> HttpResponse:
        cache = request.GET.get("cache")
        return HttpResponse(repr(tell(visit(request))), headers={"cache-control": cache} if cache else None)

    def data(request: Any) -> HttpResponse:
        return JsonResponse(tell(visit(request)))

    def away(request: Any) -> HttpResponse:
        return redirect("/produk")

    urlpatterns[:] = [path("produk", page), path("data", data), path("pindah", away)]
    if over == "asgi":
        from django.core.handlers.asgi import ASGIHandler

        return asgi(AttributionASGI(ASGIHandler(), consent))
    from django.core.handlers.wsgi import WSGIHandler

    return wsgi(AttributionWSGI(WSGIHandler(), consent))


urlpatterns: list[Any] = []
FRAMEWORKS: dict[str, Callable[[Any], Get]] = {
    "starlette": make_starlette,
    "fastapi": make_fastapi,
    "flask": make_flask,
    "django over wsgi": lambda consent: make_django(consent, over="wsgi"),
    "django over asgi": lambda consent: make_django(consent, over="asgi"),
}


@pytest.fixture(params=[*FRAMEWORKS])
def framework(request: pytest.FixtureRequest) -> Callable[..., Get]:
    return lambda consent=None: FRAMEWORKS[request.param](consent)


def cookies(response: httpx.Response) -> dict[str, str]:
    return dict(line.split("=", 1) for line in response.headers.get_list("set-cookie"))


def test_the_landing_page_knows_its_ids_at_once_and_sets_them(framework: Callable[..., Get]) -> None:
    get = framework()
    response = get(LANDING, headers={**HEADERS, "cookie": 'odd={"a":1}; _ttp=ttp-1; theme=dark'})
    told = ast.literal_eval(response.text)
    assert told["page"] == "https://toko.example/produk"
    assert (told["referrer"], told["agent"]) == ("https://facebook.com/", "Shopper/1")
    fbc, fbp, *rest = told["ids"]
    assert fbc.endswith(".AbC")
    assert rest == ["TT", "ttp-1", "KW"]
    found = cookies(response)
    assert {name: value.partition(";")[0] for name, value in found.items()} == {
        "_fbc": fbc,
        "_fbp": fbp,
        "_ttclid": "TT",
        "_kwai_click_id": "KW",
    }
    assert found["_fbp"].endswith("; Max-Age=7776000; Path=/; SameSite=Lax; Secure")


def test_a_later_page_reads_them_back_and_sets_nothing(framework: Callable[..., Get]) -> None:
    get = framework()
    jar = "; ".join(f"{k}={v.partition(';')[0]}" for k, v in cookies(get(LANDING)).items())
    response = get("/produk", headers={"cookie": jar})
    assert "set-cookie" not in response.headers
    assert "'TT', None, 'KW'" in response.text


def test_a_redirect_carries_the_cookies_and_data_does_not(framework: Callable[..., Get]) -> None:
    get = framework()
    assert "_fbc" in cookies(get("/pindah?fbclid=X", follow_redirects=False))
    response = get("/data?fbclid=X")
    assert response.json()["ids"][0].endswith(".X")
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize("cache", ["public, max-age=60", "s-maxage=60", "max-age=60"])
def test_nothing_personal_on_what_a_shared_cache_keeps(framework: Callable[..., Get], cache: str) -> None:
    assert "set-cookie" not in framework()("/produk", params={"cache": cache}).headers


HTML = ("Content-Type", "text/html; charset=utf-8")
KEPT = [
    [("Cache-Control", "max-age=600")],
    [("Cache-Control", "Max-Age = 0")],
    [("Cache-Control", "public"), ("Cache-Control", "stale-while-revalidate=60")],
    [("Cache-Control", "no-cache"), ("ETag", '"1"')],
    [("Cache-Control", 'private="x-user, x-other", max-age=600')],
    [("Cache-Control", 'max-age=600, x="private"')],
    [("Cache-Control", 'ext="no-store, private", s-maxage=9')],
    [("Cache-Control", "no-store-not, private-ish, max-age=1")],
    [("Cache-Control", "private"), ("CDN-Cache-Control", "max-age=600")],
    [("Cache-Control", "no-store"), ("Cloudflare-CDN-Cache-Control", "public")],
    [("Surrogate-Control", "max-age=600")],
    [("Expires", "Wed, 01 Jan 2031 00:00:00 GMT")],
    [("Last-Modified", "Wed, 01 Jan 2020 00:00:00 GMT")],
]
OWN = [
    [],
    [("Cache-Control", "private, max-age=600")],
    [("cache-control", "max-age=600"), ("CACHE-CONTROL", "Private")],
    [("Cache-Control", "no-store"), ("Expires", "0"), ("ETag", '"1"')],
    [("Cache-Control", "no-cache")],
    [("Cache-Control", 'private="x-user, set-cookie", max-age=600')],
    [("Cache-Control", "private"), ("CDN-Cache-Control", "no-store")],
]


def both_halves(status: int, headers: list[tuple[str, str]], **options: Any) -> list[list[tuple[str, str]]]:
    """The answer's headers as either half sends them."""
    answers: list[list[tuple[str, str]]] = []

    async def asgi_app(scope: Any, receive: Any, send: Any) -> None:
        lines = [(name.encode(), value.encode()) for name, value in headers]
        await send({"type": "http.response.start", "status": status, "headers": iter(lines)})

    async def keep(message: Any) -> None:
        answers.append([(name.decode(), value.decode()) for name, value in message["headers"]])

    def wsgi_app(environ: Any, start: Any) -> list[bytes]:
        start(f"{status} X", list(headers))
        return []

    def start(status: str, headers: Any, error: Any = None) -> Any:
        answers.append([(name.lower(), value) for name, value in headers])

    scope = {"type": "http", "scheme": "https", "path": "/", "headers": [(b"host", b"toko.example")]}
    anyio.run(lambda: AttributionASGI(asgi_app, **options)(scope, None, keep))  # type: ignore[arg-type]
    environ = {"wsgi.url_scheme": "https", "HTTP_HOST": "toko.example", "PATH_INFO": "/"}
    AttributionWSGI(wsgi_app, **options)(environ, start)
    return answers


def names(headers: list[tuple[str, str]]) -> list[str]:
    return [name for name, _ in headers]


@pytest.mark.parametrize("headers", KEPT)
def test_anything_that_lets_a_shared_cache_keep_an_answer(headers: list[tuple[str, str]]) -> None:
    for answer in both_halves(200, [HTML, *headers]):
        assert answer == [(name.lower(), value) for name, value in [HTML, *headers]]
    for answer in both_halves(302, headers):
        assert "set-cookie" not in names(answer)


@pytest.mark.parametrize("headers", OWN)
def test_an_answer_for_one_reader_gets_its_cookies(headers: list[tuple[str, str]]) -> None:
    for answer in both_halves(200, [HTML, *headers]) + both_halves(302, headers):
        assert names(answer).count("set-cookie") == 1


@pytest.mark.parametrize("headers", KEPT)
def test_a_caller_may_have_answers_made_uncacheable(headers: list[tuple[str, str]]) -> None:
    for answer in both_halves(200, [HTML, *headers], uncacheable=True):
        assert sorted(names(answer)) == ["cache-control", "content-type", "set-cookie"]
        assert dict(answer)["cache-control"] == "private, no-store"


def test_an_answer_that_is_its_reader_s_own_stays_as_it_is() -> None:
    for answer in both_halves(200, [HTML, ("Cache-Control", "private, max-age=9")], uncacheable=True):
        assert dict(answer)["cache-control"] == "private, max-age=9"


@pytest.mark.parametrize(
    ("status", "headers", "some"),
    [
        (304, [], False), (304, [HTML], False), (204, [HTML], False), (300, [], False), (200, [], False),
        (200, [("Content-Type", "text/css")], False), (200, [("Content-Type", "text/htmlx")], False),
        (301, [], False), (308, [], False), (301, [("Cache-Control", "private")], True),
        (303, [], True), (307, [], True), (404, [HTML], True), (200, [("content-type", "TEXT/HTML")], True),
    ],
)  # fmt: skip
def test_pages_and_redirects_only(status: int, headers: list[tuple[str, str]], some: bool) -> None:
    for answer in both_halves(status, headers):
        assert ("set-cookie" in names(answer)) is some


@pytest.mark.parametrize("half", [AttributionASGI, AttributionWSGI])
def test_what_is_no_application_or_gate_is_refused(half: Any) -> None:
    for wrong in ((None,), ("app",), (print, "yes")):
        with pytest.raises(InvalidInput):
            half(*wrong)


@pytest.mark.parametrize("answer", [False, None, "raise"])
def test_without_consent_nothing_is_read_or_set(framework: Callable[..., Get], answer: Any) -> None:
    def consent(request: Any) -> Any:
        if answer == "raise":
            raise KeyError("session")
        return answer

    response = framework(consent)(LANDING, headers={"cookie": "_ttp=ttp-1"})
    assert "set-cookie" not in response.headers
    assert "[None, None, None, None, None]" in response.text


def test_a_hostile_click_id_stays_inside_its_cookie(framework: Callable[..., Get]) -> None:
    response = framework()("/produk?ttclid=a;%20Domain=.id&click_id=a%0d%0aSet-Cookie:%20evil=1;%20Domain=.id")
    assert set(cookies(response)) == {"_fbp", "_ttclid"}
    assert "evil" not in response.cookies


@pytest.mark.anyio
async def test_other_scopes_pass_untouched() -> None:
    seen: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope)

    scope = {"type": "lifespan"}
    await AttributionASGI(app)(scope, None, None)  # type: ignore[arg-type]
    assert seen == [{"type": "lifespan"}]


@pytest.mark.anyio
async def test_cookies_split_over_headers_and_what_a_server_may_leave_out() -> None:
    seen: list[Visit] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope["state"]["visit"])

    scope = {
        "type": "http", "path": "/é",
        "headers": [(b"cookie", b"_fbp=fb.1.2.3"), (b"Cookie", b"_ttp=t")],
    }  # fmt: skip
    await AttributionASGI(app)(scope, None, None)  # type: ignore[arg-type]
    assert (seen[0].page_url, seen[0].attribution.fbp, seen[0].attribution.ttp) == (None, "fb.1.2.3", "t")


@pytest.mark.anyio
async def test_the_state_of_a_request_stays_that_of_who_stands_outside() -> None:
    """As a middleware has it that looks at the request again after its answer."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        scope["state"]["user"] = "sari"

    state: dict[str, Any] = {}
    await AttributionASGI(app)({"type": "http", "path": "/", "headers": [], "state": state}, None, None)  # type: ignore[arg-type]
    assert (state["user"], type(state["visit"])) == ("sari", Visit)


def test_wsgi_paths_are_bytes_in_disguise() -> None:
    seen: list[Visit] = []

    def app(environ: Any, start_response: Any) -> list[bytes]:
        seen.append(environ[WSGI_KEY])
        start_response("204 No Content", [])
        return []

    environ = {
        "wsgi.url_scheme": "https",
        "SERVER_NAME": "toko.example",
        "SCRIPT_NAME": "/toko",
        "PATH_INFO": "/é".encode().decode("latin-1"),
        "wsgi.input": io.BytesIO(),
    }
    AttributionWSGI(app)(environ, lambda *_: lambda _: None)  # type: ignore[arg-type]
    assert seen[0].page_url == "https://toko.example/toko/%C3%A9"
