"""`python -m nexus_sandbox`: the store on a port, until interrupted."""

from __future__ import annotations

import argparse
import contextlib
import logging

from . import Sandbox
from .settings import DEFAULT_ORIGINS


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m nexus_sandbox", description="Serve the sandbox store.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8420, help="port; 0 picks a free one (default 8420)")
    parser.add_argument("--storage-port", type=int, default=0, help="port of the storage host (default: a free one)")
    parser.add_argument("--db", help="file to keep the state in (default: memory)")
    parser.add_argument("--seed", type=int, default=1, help="seed of a fresh catalogue (default 1)")
    parser.add_argument("--items", type=int, default=60, help="listed items of a fresh catalogue (default 60)")
    parser.add_argument("--origin", action="append", help="a browser origin the shop has registered; repeatable")
    parser.add_argument("--no-control", action="store_true", help="switch the /_sandbox routes off")
    given = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    sandbox = Sandbox(
        host=given.host,
        port=given.port,
        storage_port=given.storage_port,
        db=given.db,
        seed=given.seed,
        items=given.items,
        control=not given.no_control,
        origins=given.origin or DEFAULT_ORIGINS,
    )
    try:
        sandbox.bind()
    except OSError as error:
        parser.exit(1, f"cannot listen on {given.host}:{given.port}: {error.strerror}\n")
    print(f"store    {sandbox.base_url}/v3/stores/{sandbox.store_id}", flush=True)
    print(f"key      {sandbox.api_key}", flush=True)
    if not given.no_control:
        print(f"control  {sandbox.base_url}/_sandbox/", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        sandbox.serve_forever()


if __name__ == "__main__":
    main()
