"""A page that runs Python: Debian's Chromium, Pyodide from npm, and our packages in one archive, all from 127.0.0.1."""

from __future__ import annotations

import importlib.util
import io
import itertools
import shutil
import subprocess
import sys
import textwrap
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from nexus_sandbox import Sandbox

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PAGE = """<!doctype html><meta charset="utf-8"><title>shop</title><script type="module">
import { loadPyodide } from "/pyodide/pyodide.mjs";
const pyodide = await loadPyodide();
pyodide.unpackArchive(await (await fetch("/packages.zip")).arrayBuffer(), "zip", { extractDir: "/packages" });
await pyodide.runPythonAsync("import sys; sys.path.insert(0, '/packages')");
window.python = (code) => pyodide.runPythonAsync(code);
</script>"""
# What a test leaves in a tab.
FORGET = """async () => {
  history.replaceState(null, "", "/");
  await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((done) => {
    indexedDB.deleteDatabase(name).onsuccess = done;
  })));
}"""
# Ours, and what the core of ours needs.
PACKAGES = (
    *("nexus_storefront", "nexus_commerce"),
    *("httpx", "httpcore", "h11", "anyio", "sniffio", "idna", "certifi", "attr", "attrs", "dateutil", "six"),
    "typing_extensions",
)


@pytest.fixture(scope="session")
def pyodide() -> Path:
    """Pyodide's core, from the committed lock."""
    installed = HERE / "node_modules" / "pyodide"
    if not (installed / "pyodide.asm.wasm").is_file():
        subprocess.run([sys.executable, ROOT / "scripts" / "page_packages.py"], check=True, timeout=200)
    return installed


@pytest.fixture(scope="session")
def packages() -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for name in PACKAGES:
            spec = importlib.util.find_spec(name)
            assert spec is not None, name
            if not spec.submodule_search_locations:  # six empties its own when it is imported
                assert spec.origin is not None
                packed.write(spec.origin, f"{name}.py")
                continue
            (folder,) = spec.submodule_search_locations
            for file in Path(folder).rglob("*"):
                if file.suffix in (".py", ".js", ".pem"):
                    packed.write(file, Path(name) / file.relative_to(folder))
    return archive.getvalue()


@contextmanager
def serving(find: Callable[[str], Path | bytes]) -> Iterator[str]:
    """Serves what `find` gives for a path from 127.0.0.1: an origin."""

    class Files(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = find(self.path.partition("?")[0])
            try:
                content = found if isinstance(found, bytes) else found.read_bytes()
            except OSError:
                self.send_error(404)
                return
            kind = {".mjs": "text/javascript", ".wasm": "application/wasm", ".zip": "application/zip"}
            self.send_response(200)
            self.send_header("Content-Type", kind.get(Path(self.path).suffix, "text/html"))
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Files) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def serve() -> Callable[[Callable[[str], Path | bytes]], AbstractContextManager[str]]:
    return serving


@pytest.fixture(scope="session")
def site(pyodide: Path, packages: bytes) -> Iterator[str]:
    """The page's origin."""
    made = {"/": PAGE.encode(), "/packages.zip": packages}
    with serving(lambda path: made.get(path) or pyodide / Path(path).name) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        pytest.fail("no Chromium on this machine: `make setup` installs it where it may")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )
        yield browser
        browser.close()


@pytest.fixture
def tabs_of(browser: Any) -> Iterator[Callable[[str], Tab]]:
    """Opens tabs of one shopper who was never here before."""
    context = browser.new_context()
    yield lambda address: Tab(context.new_page(), address)
    context.close()


@pytest.fixture(scope="module")
def used_tabs(browser: Any) -> tuple[Any, list[Tab]]:
    """The tabs of one shopper that a test has left: to start Python in one takes longer than most tests."""
    return browser.new_context(), []


@pytest.fixture
def tabs(site: str, used_tabs: tuple[Any, list[Tab]]) -> Iterator[Callable[[], Tab]]:
    """Gives tabs of one shopper, one after another, who kept nothing of earlier tests but the tabs."""
    context, used = used_tabs
    used[:] = [tab for tab in used if not tab.page.is_closed()]
    given = itertools.count()

    def tab() -> Tab:
        number = next(given)
        if number == len(used):
            used.append(Tab(context.new_page(), site))
        return used[number]

    yield tab
    context.clear_cookies()
    for left in used:
        if not left.page.is_closed():
            left.page.evaluate(FORGET)


class Tab:
    """A tab with Python in it."""

    def __init__(self, page: Any, site: str) -> None:
        self.page = page
        page.goto(site)
        self.ready()

    def ready(self) -> None:
        self.page.wait_for_function("() => window.python !== undefined", timeout=60_000)

    def reload(self) -> None:
        self.page.reload()
        self.ready()

    def begin(self, code: str) -> None:
        """Start what goes on by itself; `result` waits for it."""
        self.page.evaluate("(code) => { window.result = window.python(code); }", textwrap.dedent(code))

    def result(self) -> Any:
        return self.page.evaluate("() => window.result")

    def run(self, code: str) -> Any:
        """The value of the last line, a number or a text."""
        self.begin(code)
        return self.result()


@pytest.fixture
def shop_sandbox(site: str) -> Iterator[Sandbox]:
    with Sandbox(origins=[site]) as sandbox:
        yield sandbox
