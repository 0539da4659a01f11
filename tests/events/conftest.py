"""A page server and a browser on loopback, with stand-ins for the platforms' SDKs."""

import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from nexus_storefront.events import PixelSettings

STUBS = {
    # each stand-in replays the queue as the real SDK does, and records what it would send
    "/fbevents.js": """
      sent.push(["fbevents"]);
      fbq.callMethod = function () { sent.push(["fbq"].concat([].slice.call(arguments))) };
      fbq.queue.splice(0).forEach(function (c) { fbq.callMethod.apply(fbq, c) });""",
    "/ttq.js": """
      var id = new URL(document.currentScript.src).searchParams.get("sdkid"); sent.push(["ttq sdk", id]);
      ttq.splice(0).forEach(function (c) { sent.push(["ttq"].concat(c)) });
      ttq.methods.forEach(function (m) {
        ttq[m] = function () { sent.push(["ttq", m].concat([].slice.call(arguments))) } });""",
    "/kwaiq.js": """
      var id = new URL(document.currentScript.src).searchParams.get("sdkid"); sent.push(["kwaiq sdk", id]);
      kwaiq.splice(0).forEach(function (c) { sent.push(["kwaiq"].concat(c)) });
      kwaiq._i[id].splice(0).forEach(function (c) { sent.push(["kwaiq " + id].concat(c)) });""",
}


@pytest.fixture(scope="session")
def site() -> Iterator[tuple[str, dict[str, str]]]:
    """A page server on loopback; pages are put into the dictionary by path."""
    pages: dict[str, str] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            script = STUBS.get(path)
            body = (script if script is not None else pages.get(path, "")).encode()
            self.send_response(200)
            kind = "text/javascript" if script is not None else "text/html"
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", "script-src 'nonce-page0' 'strict-dynamic'; object-src 'none'")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", pages
    server.shutdown()
    server.server_close()
    thread.join()


# For one test: while Playwright runs, this thread has an event loop, and a test of another kind wants to run its own.
@pytest.fixture
def browser() -> Iterator[Any]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        pytest.fail("no Chromium on this machine: `make setup` installs it where it may")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=executable,
            args=["--no-sandbox", "--headless", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def pixels(site: tuple[str, dict[str, str]]) -> PixelSettings:
    """Pixels whose SDKs are the stand-ins."""
    base, _ = site
    return PixelSettings(
        meta=["1234567890"],
        tiktok=["CABCDEF123456"],
        snackvideo=["KWAI_PIXEL_ID", "SECOND-1"],
        meta_sdk=f"{base}/fbevents.js",
        tiktok_sdk=f"{base}/ttq.js",
        snackvideo_sdk=f"{base}/kwaiq.js",
    )
