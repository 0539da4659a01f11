"""Serve the shop on this machine, beside a sandbox store unless the SCALEV_* variables name a real one."""

import os
import secrets
import socket
from contextlib import ExitStack, suppress
from threading import Thread

import uvicorn
from nexus_sandbox import Sandbox

PORT = 8000


def main() -> None:
    with ExitStack() as until_the_end:
        port = until_the_end.enter_context(socket.create_server(("127.0.0.1", PORT)))
        if not os.environ.get("SCALEV_STORE_UNIQUE_ID"):
            sandbox = until_the_end.enter_context(Sandbox())
            secret = secrets.token_hex()
            os.environ["SCALEV_API_BASE"] = sandbox.base_url
            os.environ["SCALEV_STORE_UNIQUE_ID"] = sandbox.store_id
            os.environ["SCALEV_STOREFRONT_API_KEY"] = sandbox.api_key
            os.environ["SCALEV_WEBHOOK_SECRET"] = secret
            os.environ["SHOP_HTTPS"] = "0"
            # It sends a test event, and the port above takes that as soon as the server answers.
            hook = f"http://127.0.0.1:{PORT}/webhooks/scalev"
            Thread(target=sandbox.control.set_webhook, args=(hook,), kwargs={"secret": secret}, daemon=True).start()
            print(f"pay and play here: {sandbox.base_url}/_sandbox", flush=True)
        print(f"the shop: http://127.0.0.1:{PORT}/", flush=True)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(uvicorn.Config("shop:app", log_level="warning")).run(sockets=[port])


if __name__ == "__main__":
    main()
