"""The bot as a plain webhook. A platform, or a few lines of yours between it and this, sends

    POST /messages    {"id": "m1", "chat": "c1", "text": "search kopi"}    X-Signature: HMAC-SHA256 of the body, in hex

and shows the answer, {"text": "..."}. A message that is delivered again is answered as before, and done once.
"""

import asyncio
import hashlib
import hmac
import json
import os
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot import Bot


def secret(environ: Mapping[str, str] = os.environ) -> str:
    if not environ.get("BOT_SECRET"):
        raise SystemExit("BOT_SECRET is not set: long and random, the same after a restart")
    return environ["BOT_SECRET"]


def signature(body: bytes) -> str:
    return hmac.new(secret().encode(), b"message:" + body, hashlib.sha256).hexdigest()


async def message(request: Request) -> JSONResponse:
    body = await request.body()
    if not hmac.compare_digest(request.headers.get("x-signature", "").encode(), signature(body).encode()):
        return JSONResponse({"error": "not signed"}, 401)
    match json.loads(body):
        case {"id": str(number), "chat": str(chat), "text": str(text)}:
            async with request.app.state.turns[chat]:  # a chat's messages one after the other
                return JSONResponse({"text": await request.app.state.bot.take(number, chat, text)})
    return JSONResponse({"error": "id, chat and text are needed"}, 400)


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    app.state.bot = Bot(Path(os.environ.get("BOT_FOLDER", ".")), secret())
    app.state.turns = defaultdict(asyncio.Lock)
    yield
    await app.state.bot.close()


app = Starlette(routes=[Route("/messages", message, methods=["POST"])], lifespan=lifespan)
