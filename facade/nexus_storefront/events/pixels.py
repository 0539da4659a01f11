"""The browser half: pixel calls with the relay's event ids, as data or as an HTML snippet no product name can break.

Pure, no I/O. The snippet is a JSON data block followed by a constant script that reads it.
"""

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from attrs import frozen

from ..errors import InvalidInput
from ..transport.settings import is_loopback
from .model import PROVIDERS, Event, Json, PixelCall, Provider
from .reading import public_url, several, texts

_PIXEL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NONCE = re.compile(r"[A-Za-z0-9+/_=-]{1,256}")
# `<` opens tags and comments, the others end attributes or entities if the block is ever put elsewhere
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027"})


@frozen
class PixelSettings:
    """Public pixel ids per provider, the same as in the store's analytics settings, and where each SDK comes from."""

    meta: Sequence[str] = ()
    tiktok: Sequence[str] = ()
    snackvideo: Sequence[str] = ()
    meta_sdk: str = "https://connect.facebook.net/en_US/fbevents.js"
    tiktok_sdk: str = "https://analytics.tiktok.com/i18n/pixel/events.js"
    snackvideo_sdk: str = "https://s21-def.ap4r.com/kos/s101/nlav112572/pixel/events.js"

    def __attrs_post_init__(self) -> None:
        for provider in PROVIDERS:
            ids = texts(provider, getattr(self, provider))
            if not all(map(_PIXEL_ID.fullmatch, ids)):
                raise InvalidInput("a pixel id is 1 to 64 letters, digits, '_' and '-'")
            object.__setattr__(self, provider, ids)
        for url in (self.meta_sdk, self.tiktok_sdk, self.snackvideo_sdk):
            page = public_url(url)
            host = urlsplit(page).hostname or "" if page else ""
            if not host or (not url.startswith("https:") and not is_loopback(host)):
                raise InvalidInput("an SDK comes over https")


def pixel_calls(events: Iterable[Event]) -> list[PixelCall]:
    """The calls that the browser has to run, in order."""
    return [event.pixel for event in several("events", events, Event) if event.pixel is not None]


def render_pixels(
    calls: Iterable[PixelCall],
    pixels: PixelSettings,
    *,
    nonce: str | None = None,
    loaders: bool = True,
    providers: Sequence[Provider] = PROVIDERS,
) -> str:
    """An HTML snippet that loads each SDK once per page and runs the calls.

    Several snippets may share a page. `nonce` is the page's CSP nonce. With `loaders=False` the page has loaded and
    initialised the pixels itself (a tag manager). `providers` are those the shopper consents to; nothing is loaded or
    called for the others. An order's event runs once per browser, however often its page is reloaded.
    """
    calls = several("calls", calls, PixelCall)
    if not isinstance(pixels, PixelSettings):
        raise InvalidInput("pixels must be PixelSettings(…)")
    providers = [provider for provider in PROVIDERS if provider in texts("providers", providers)]
    if nonce is not None and not (isinstance(nonce, str) and _NONCE.fullmatch(nonce)):
        raise InvalidInput("a CSP nonce is base64 text")
    data: Json = {
        "load": bool(loaders),
        "calls": [[c.provider, c.name, c.parameters, c.event_id, c.once] for c in calls if c.provider in providers],
    }
    for each in PROVIDERS:
        data[each] = [getattr(pixels, f"{each}_sdk"), *(getattr(pixels, each) if each in providers else ())]
    attribute = f' nonce="{nonce}"' if nonce else ""
    block = f'<script type="application/json"{attribute}>{script_json(data)}</script>'
    return f"{block}<script{attribute}>{_script()}</script>"


def script_json(data: object) -> str:
    """JSON that stays inside a `<script>` element whatever it holds, and parses back to exactly `data`."""
    return json.dumps(data, ensure_ascii=True, allow_nan=False, separators=(",", ":")).translate(_ESCAPES)


@cache
def _script() -> str:
    """The constant half of the snippet, without the comment that heads its file."""
    script = files("nexus_storefront.events").joinpath("pixels.js").read_text("utf-8")
    return re.sub(r"\A//.*\n", "", script).strip()
