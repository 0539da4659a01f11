"""Serve the page on this machine, beside a sandbox store: a page needs a store that has registered its origin."""

from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from nexus_sandbox import Sandbox

from build import build

PORT = 8000


class Files(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript", ".wasm": "application/wasm"}

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the page says what goes wrong."""


def main() -> None:
    origin = f"http://127.0.0.1:{PORT}"
    with Sandbox(origins=[origin]) as sandbox:
        store = {
            "SCALEV_API_BASE": sandbox.base_url,
            "SCALEV_STORE_UNIQUE_ID": sandbox.store_id,
            "SCALEV_STOREFRONT_API_KEY": sandbox.api_key,
        }
        with ThreadingHTTPServer(("127.0.0.1", PORT), partial(Files, directory=str(build(store)))) as server:
            print(f"pay and play here: {sandbox.base_url}/_sandbox\nthe shop: {origin}/", flush=True)
            with suppress(KeyboardInterrupt):
                server.serve_forever()


if __name__ == "__main__":
    main()
