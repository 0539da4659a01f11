"""Talk to the bot in this terminal, beside a sandbox store unless the SCALEV_* variables name a real one."""

import asyncio
import os
import secrets
from contextlib import ExitStack, suppress
from pathlib import Path

from nexus_sandbox import Sandbox

from bot import HELP, Bot


async def talk() -> None:
    bot = Bot(Path(), os.environ.get("BOT_SECRET") or secrets.token_hex())
    print(HELP, flush=True)
    try:
        while True:
            print(await bot.answer("terminal", await asyncio.to_thread(input, "> ")), flush=True)
    finally:
        await bot.close()


def main() -> None:
    with ExitStack() as until_the_end:
        if not os.environ.get("SCALEV_STORE_UNIQUE_ID"):
            sandbox = until_the_end.enter_context(Sandbox())
            os.environ["SCALEV_API_BASE"] = sandbox.base_url
            os.environ["SCALEV_STORE_UNIQUE_ID"] = sandbox.store_id
            os.environ["SCALEV_STOREFRONT_API_KEY"] = sandbox.api_key
            print(f"pay and play here: {sandbox.base_url}/_sandbox", flush=True)
        with suppress(EOFError, KeyboardInterrupt):
            asyncio.run(talk())


if __name__ == "__main__":
    main()
