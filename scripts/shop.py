"""Serve the example shop, which runs in the browser, beside a sandbox store; both on 127.0.0.1."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import _interrupt  # noqa: F401 - first of what is ours
from nexus_sandbox import Sandbox
from page import ROOT, build

EXAMPLE = ROOT / "examples" / "shop"


class Files(SimpleHTTPRequestHandler):
    """The folder's files, each of the kind that a browser takes it for."""

    def guess_type(self, path: object) -> str:
        kinds = {
            ".html": "text/html",
            ".mjs": "text/javascript",
            ".wasm": "application/wasm",
            ".json": "application/json",
        }
        return kinds.get(Path(str(path)).suffix, "text/plain")

    def translate_path(self, path: str) -> str:
        """The page itself where no file is named: a password's link leads to /reset-password."""
        plain = path.partition("?")[0]
        return super().translate_path(plain if "." in plain else "/index.html")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the page says what goes wrong."""


@contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[tuple[str, Sandbox]]:
    """The shop's address and its store."""
    build(folder, EXAMPLE / "tour.py", EXAMPLE)
    with ThreadingHTTPServer(("127.0.0.1", port), partial(Files, directory=str(folder))) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        with Sandbox(origins=[address]) as sandbox:
            config = {
                "store": sandbox.store_id,
                "key": sandbox.api_key,
                "base": sandbox.base_url,
                "pixels": ["1234567890"],
            }
            (folder / "config.json").write_text(json.dumps(config), "utf-8")
            thread = Thread(target=server.serve_forever, args=(0.1,))
            thread.start()
            try:
                yield address, sandbox
            finally:
                server.shutdown()
                thread.join()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8430)
    given = parser.parse_args()
    with serving(ROOT / "build" / "shop", given.port) as (address, sandbox):
        print(f"the shop: {address}\nits store: {sandbox.base_url}/_sandbox/  (pay orders and read mails there)")
        print("sari@example.com signs in with kata-sandi-contoh; Ctrl-C ends", flush=True)
        try:
            Event().wait()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
