"""Serve the shop on this machine, beside a sandbox store unless the SCALEV_* variables name a real one."""

import os
import secrets
from contextlib import ExitStack, suppress
from socketserver import ThreadingMixIn
from threading import Thread
from wsgiref.simple_server import WSGIServer, make_server

from nexus_sandbox import Sandbox
from nexus_storefront.webhooks import WebhookWorker

PORT = 8000


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


def main() -> None:
    switch_on: Thread | None = None
    with ExitStack() as until_the_end:
        if not os.environ.get("SCALEV_STORE_UNIQUE_ID"):
            sandbox = until_the_end.enter_context(Sandbox())
            secret = secrets.token_hex()
            os.environ["SCALEV_API_BASE"] = sandbox.base_url
            os.environ["SCALEV_STORE_UNIQUE_ID"] = sandbox.store_id
            os.environ["SCALEV_STOREFRONT_API_KEY"] = sandbox.api_key
            os.environ["SCALEV_WEBHOOK_SECRET"] = secret
            os.environ["SHOP_HTTPS"] = "0"
            # It sends a test event, and the port below takes that as soon as the server answers.
            hook = f"http://127.0.0.1:{PORT}/webhooks/scalev"
            switch_on = Thread(target=sandbox.control.set_webhook, args=(hook,), kwargs={"secret": secret}, daemon=True)
            print(f"pay and play here: {sandbox.base_url}/_sandbox", flush=True)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")  # which reads the variables
        from shop import handle, inbox
        from wsgi import application

        worker = WebhookWorker(inbox, handle)
        worker.start()
        until_the_end.callback(worker.stop)
        server = until_the_end.enter_context(make_server("127.0.0.1", PORT, application, server_class=Server))
        if switch_on is not None:
            switch_on.start()
        print(f"the shop: http://127.0.0.1:{PORT}/", flush=True)
        with suppress(KeyboardInterrupt):
            server.serve_forever()


if __name__ == "__main__":
    main()
