"""A page that runs Python: Debian's Chromium, Pyodide from npm, and our packages in one archive, all from 127.0.0.1."""

from __future__ import annotations

import importlib.util
import io
import shutil
import subprocess
import sys
import textwrap
import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
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
            if spec.submodule_search_locations is None:
                assert spec.origin is not None
                packed.write(spec.origin, f"{name}.py")
                continue
            (folder,) = spec.submodule_search_locations
            for file in Path(folder).rglob("*"):
                if file.suffix in (".py", ".js", ".pem"):
                    packed.write(file, Path(name) / file.relative_to(folder))
    return archive.getvalue()


@pytest.fixture(scope="session")
def site(pyodide: Path, packages: bytes) -> Iterator[str]:
    """The page's origin."""

    class Files(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            made = {"/": ("text/html", PAGE.encode()), "/packages.zip": ("application/zip", packages)}.get(self.path)
            if made is None:
                super().do_GET()
                return
            self.send_response(200)
            self.send_header("Content-Type", made[0])
            self.send_header("Content-Length", str(len(made[1])))
            self.end_headers()
            self.wfile.write(made[1])

        def guess_type(self, path: Any) -> str:
            return {".mjs": "text/javascript", ".wasm": "application/wasm"}.get(Path(path).suffix, "text/plain")

        def translate_path(self, path: str) -> str:
            return str(pyodide / Path(path).name)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Files) as server:
        thread = threading.Thread(target=partial(server.serve_forever, 0.05))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def tabs(site: str) -> Iterator[Callable[[], Tab]]:
    """Opens tabs of one browser that was never here before."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        pytest.fail("no Chromium on this machine: `make setup` installs it where it may")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )
        context = browser.new_context()
        yield lambda: Tab(context.new_page(), site)
        browser.close()


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
