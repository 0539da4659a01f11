"""Receivers as the recipes of docs/webhooks.md mount them, at /hooks; in process, or on a port of their own."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from nexus_storefront.webhooks import Receiver, ReceiverASGI, ReceiverWSGI

ASGI = ("asgi", "fastapi")
HALVES = (*ASGI, "wsgi", "flask", "django")
PATH = "/hooks"


def mounted(half: str, *receives: Any, **options: Any) -> tuple[Any, Receiver]:
    """An application with a receiver at `PATH`, and the receiver."""
    receiver = (ReceiverASGI if half in ASGI else ReceiverWSGI)(*receives, **options)
    if half == "fastapi":
        from fastapi import FastAPI
        from starlette.routing import Route

        site = FastAPI()
        site.router.routes.append(Route(PATH, receiver))
        return site, receiver
    if half == "flask":
        from flask import Flask
        from werkzeug.middleware.dispatcher import DispatcherMiddleware

        return DispatcherMiddleware(Flask(__name__), {PATH: receiver}), receiver
    return (_django(receiver) if half == "django" else receiver), receiver


urlpatterns: list[Any] = []


def _django(receiver: Receiver) -> Any:
    import django
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.http import HttpRequest, HttpResponse
    from django.urls import clear_url_caches, path
    from django.views.decorators.csrf import csrf_exempt

    if not settings.configured:
        settings.configure(SECRET_KEY="of a test", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], USE_TZ=True)
        django.setup()
    settings.ROOT_URLCONF = __name__
    clear_url_caches()

    @csrf_exempt
    def hook(request: HttpRequest) -> HttpResponse:
        method = request.method or ""
        reply = receiver.receive(request.body, request.headers) if method == "POST" else receiver.look(method)
        return HttpResponse(reply.text, status=reply.status)

    urlpatterns[:] = [path(PATH.removeprefix("/"), hook)]
    return WSGIHandler()


class _Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(half: str, app: Any) -> Iterator[str]:
    """The URL of the receiver in an application that is served over HTTP."""
    if half in ASGI:
        import uvicorn

        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}{PATH}"
        server.should_exit = True
        thread.join()
        return
    with make_server("127.0.0.1", 0, app, _Threads, _Quiet) as served_:
        thread = threading.Thread(target=served_.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{served_.server_port}{PATH}"
        served_.shutdown()
        thread.join()
