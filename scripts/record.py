"""Record the cassettes: each scenario over real HTTP, against a sandbox of its own or, with --live, against a store.

--live takes the store from SCALEV_API_BASE, SCALEV_STORE_UNIQUE_ID and SCALEV_STOREFRONT_API_KEY and its facts from the
variables that `_cassettes.world.World.live` names. It creates real orders in that store.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours
from _cassettes._sync.scenarios import SANDBOX_ONLY, SCENARIOS
from _cassettes.recorder import FOLDER, cassette
from _cassettes.world import World
from nexus_sandbox import Sandbox
from nexus_storefront import Storefront, StorefrontError
from nexus_storefront.transport.settings import BASE_URL, read_environment

SOURCES = FOLDER / "sources.json"
PIN = Path(__file__).resolve().parent.parent / "openapi" / "pin.json"


def record_sandbox(name: str) -> None:
    """One scenario against a fresh sandbox."""
    with Sandbox() as sandbox:
        control = sandbox.control
        control.configure(payment_info_after_reads=1)
        world = World(
            read_otp=control.otp,
            read_reset_link=control.reset_link,
            read_prefill=lambda: control.intents()[-1]["prefill_token"],
            refuse_once=lambda operation_id: control.fault(operation_id, "status", status=401),
        )
        with (
            Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop,
            cassette(name, record=True, store_id=sandbox.store_id, origin=sandbox.base_url),
        ):
            SCENARIOS[name](shop, world)


def record_live(name: str) -> None:
    """One scenario against the store of the environment."""
    found = read_environment()
    store_id, origin = found["store_id"], found.get("base_url", BASE_URL)
    with (
        Storefront(store_id, found["api_key"], origin) as shop,
        cassette(name, record=True, store_id=store_id, origin=origin),
    ):
        SCENARIOS[name](shop, World.live())


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="scenarios to record (default: all that can be)")
    parser.add_argument("--live", action="store_true", help="record from the store in the SCALEV_* variables")
    options = parser.parse_args(argv)
    names = options.names or [name for name in SCENARIOS if not (options.live and name in SANDBOX_ONLY)]
    wrong = [name for name in names if name not in SCENARIOS or (options.live and name in SANDBOX_ONLY)]
    if wrong:
        parser.error(f"cannot record {', '.join(wrong)}; there is {', '.join(SCENARIOS)}")
    FOLDER.mkdir(parents=True, exist_ok=True)
    sources = json.loads(SOURCES.read_text(encoding="utf-8")) if SOURCES.exists() else {}
    for name in names:
        try:
            (record_live if options.live else record_sandbox)(name)
        except KeyError as error:
            print(f"{name}: the environment variable {error} is not set", file=sys.stderr)
            return 1
        except StorefrontError as error:
            print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
            return 1
        sources[name] = {
            "recorded_from": "live store" if options.live else "sandbox",
            "date": datetime.now(UTC).date().isoformat(),
            "pin_sha256": json.loads(PIN.read_text(encoding="utf-8"))["pin_sha256"],
        }
        print(f"recorded {name} ({sources[name]['recorded_from']})")
    SOURCES.write_text(json.dumps(sources, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
