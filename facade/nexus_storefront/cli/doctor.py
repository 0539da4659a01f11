"""`nexus doctor`: what a set-up needs, looked at one after the other; what is wrong comes with how to mend it."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import httpx
import typer

from ..errors import ConnectionFailed, InvalidInput, NotFound, RateLimited, StorefrontError
from ..events.settings import default_outbox
from ..shop._sync.shop import Storefront
from ..stores.places import WINDOWS, is_there, open_to_others, state_folder
from ..transport.judge import STORE_NOT_FOUND
from ..transport.settings import VARIABLES
from ..webhooks.inbox import default_inbox
from . import show, versions
from .opening import SANDBOX, shop_variables

CLOCK_OFF = 5.0
"""Seconds that a clock may differ from the service's."""
OLD_CONTRACT = 180
"""Days after which a newer version is worth a look."""
EXTRAS: Mapping[str, tuple[str, ...]] = {
    "celery": ("celery", "redis"),
    "crypto": ("cryptography",),
    "fast": ("httpx_aiohttp",),
    "file": ("filelock",),
    "http2": ("h2",),
    "keyring": ("cryptography", "filelock", "keyring"),
    "otel": ("opentelemetry",),
    "qr": ("segno",),
    "redis": ("redis",),
    "sandbox": ("jsonschema_rs", "segno", "starlette", "uvicorn"),
}


class Checked(NamedTuple):
    """The result of one check."""

    name: str
    state: Literal["right", "note", "wrong"]
    found: str
    mend: str = ""


def doctor(
    origin: Annotated[
        str | None, typer.Option(help="The origin of a browser shop, to ask whether it is registered.")
    ] = None,
    as_json: show.AsJson = False,
) -> None:
    """Look at variables, key, store, rate limit, clock, files and extras; say what is wrong and how to mend it.

    Example: nexus doctor --origin https://toko.example
    """
    seen = []
    styles = {"right": "green", "note": "yellow", "wrong": "bold red"}
    for each in _examine(origin):
        seen.append(each)
        if not as_json:
            mend = f"\n{'':24}→ {each.mend}" if each.mend else ""
            show.line(f"{each.state:6} {each.name:16} {each.found}{mend}", styles[each.state])
            sys.stdout.flush()
    if as_json:
        show.as_json([each._asdict() for each in seen])
    raise typer.Exit(int(any(each.state == "wrong" for each in seen)))


def _examine(origin: str | None) -> Iterator[Checked]:
    """Everything, as it is looked at. Asks the service for three reads, changes nothing."""
    yield Checked("package", "right", versions())
    there = [extra for extra, modules in EXTRAS.items() if all(find_spec(module) for module in modules)]
    missing = ", ".join(sorted(EXTRAS.keys() - set(there))) or "none"
    yield Checked("extras", "right", f"{', '.join(there) or 'none'}; not installed: {missing}")
    yield _contract(datetime.now(UTC).date())
    yield from _files()
    variables = _variables()
    yield variables
    if variables.state == "wrong":
        return
    try:
        with Storefront.from_env(shop_variables()[0]) as shop:
            yield from _service(shop, origin)
    except StorefrontError as error:
        yield _trouble(error)


def _trouble(error: StorefrontError) -> Checked:
    """The result where a shop could not be made, or where the service answered with an error."""
    name, mend = "service", "try again later; docs/errors.md says what each error means"
    if isinstance(error, InvalidInput):
        variables = (it for setting, it in VARIABLES.items() if error.message.startswith(setting))
        name, mend = "settings", f"correct {next(variables, 'the SCALEV_* variables')}"
    elif isinstance(error, ConnectionFailed):
        mend = "start one with `nexus sandbox`" if shop_variables()[1] else "look at SCALEV_API_BASE, proxy and network"
    elif isinstance(error, NotFound):
        name, mend = "store", STORE_NOT_FOUND
    elif isinstance(error, RateLimited):
        pause = "in a while" if error.retry_after is None else f"in {error.retry_after:.0f} s"
        name = "rate limit"
        mend = f"look again {pause}; others behind this address use up the same limit: docs/servers.md"
    return Checked(name, "wrong", str(error), mend)


def _contract(today: date) -> Checked:
    """How old the copy of the contract is that this version was made from."""
    package = find_spec("nexus_sandbox")
    places = [Path(package.origin).parent / "_pin" / "pin.json"] if package and package.origin else []
    places.append(Path(__file__).parents[3] / "openapi" / "pin.json")
    for path in places:
        if path.is_file():
            day = date.fromisoformat(json.loads(path.read_text("utf-8"))["date"])
            age = (today - day).days
            mend = "look for a newer version of nexus-storefront" if age > OLD_CONTRACT else ""
            return Checked("contract", "note" if mend else "right", f"of {day}, {age} days old", mend)
    return Checked("contract", "note", "its date is not in this installation")


def _variables() -> Checked:
    given, by_default = shop_variables()
    if by_default:
        return Checked("variables", "note", "none is set: the sandbox on this machine is meant")
    lacking = [name for name in SANDBOX if name != "SCALEV_API_BASE" and not given.get(name)]
    if lacking:
        return Checked("variables", "wrong", f"not set: {', '.join(lacking)}", "set it; the store's settings show both")
    return Checked("variables", "right", given.get("SCALEV_API_BASE") or "the service's own address")


def _service(shop: Storefront, origin: str | None) -> Iterator[Checked]:
    """One read of the catalogue checks address, key, store, clock and rate limit."""
    with shop.raw() as answers:
        count = shop.catalog.count()
    yield Checked("store", "right", f"{count} items")
    headers = answers[-1].headers
    yield _clock(headers.get("date"), time.time())
    yield _rate_limit(headers)
    if origin is not None:
        yield _origin(answers[-1].request, origin)
    yield _paying(shop)


def _clock(date: str | None, now: float) -> Checked:
    try:
        off = now - parsedate_to_datetime(date or "").timestamp()
    except ValueError:
        return Checked("clock", "note", "the service does not tell the time")
    if abs(off) <= CLOCK_OFF:
        return Checked("clock", "right", "as the service's")
    found = f"{abs(off):.0f} s {'ahead of' if off > 0 else 'behind'} the service's"
    return Checked("clock", "wrong", found, "set it by NTP: sessions end by the clock")


def _rate_limit(headers: Mapping[str, str]) -> Checked:
    left, limit = headers.get("x-ratelimit-remaining", ""), headers.get("x-ratelimit-limit", "")
    if not (left.isdecimal() and limit.isdecimal()):
        return Checked("rate limit", "note", "the service does not tell it")
    mend = "others behind this address use it too; docs/servers.md" if int(left) * 4 < int(limit) else ""
    return Checked("rate limit", "note" if mend else "right", f"{left} of {limit} requests are left", mend)


def _paying(shop: Storefront) -> Checked:
    methods = [str(method.code) for method in shop.checkout.payment_methods() if method.enabled is True]
    if methods:
        return Checked("payment", "right", ", ".join(methods))
    return Checked("payment", "wrong", "no method is switched on", "switch one on in the store's settings")


def _origin(asked: httpx.Request, origin: str) -> Checked:
    """The same read once more, as a browser on that origin would make it."""
    if not re.fullmatch(r"https?://[^/?#\s]+", origin):
        mend = "one is like https://toko.example, without a path"
        return Checked("origin", "wrong", f"{origin!r} is no origin", mend)
    try:
        answer = httpx.get(asked.url, headers={**asked.headers, "Origin": origin}, timeout=10)
    except (httpx.HTTPError, ValueError) as error:
        return Checked("origin", "wrong", f"{type(error).__name__}", "look at proxy and network")
    allowed = answer.headers.get("access-control-allow-origin")
    if allowed in ("*", origin):
        return Checked("origin", "right", f"{origin} is let in")
    return Checked("origin", "wrong", f"{origin} is not let in", "register it at the store; the sandbox takes --origin")


def _files() -> Iterator[Checked]:
    """The files that the commands and the workers use by default."""
    for name, variable, path in (
        ("outbox", "NEXUS_OUTBOX", default_outbox()),
        ("inbox", "NEXUS_INBOX", default_inbox()),
        ("terminal's cart", "", state_folder() / "terminal.sqlite3"),
    ):
        if is_there(path):
            yield _file(name, path)
        elif given := os.environ.get(variable):
            yield Checked(name, "wrong", f"{variable} is {given}, and there is no such file", "is it mistyped?")
    folder = state_folder()
    there = next(it for it in (folder, *folder.parents) if is_there(it))
    if not (there.is_dir() and os.access(there, os.W_OK)):
        yield Checked("state folder", "wrong", f"{folder} cannot be written", "set XDG_STATE_HOME to a folder of yours")


def _file(name: str, path: Path) -> Checked:
    if not path.is_file():
        return Checked(name, "wrong", f"{path} is no file", "name another one")
    if not os.access(path, os.R_OK | os.W_OK):
        return Checked(name, "wrong", f"{path} cannot be written by this user", "run as the user that owns it")
    if not WINDOWS and open_to_others(path):
        return Checked(name, "wrong", f"{path} can be read by others", f"chmod 600 {path}")
    try:
        with closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as file:
            ((said,),) = file.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite3.Error as error:
        said = str(error)
    if said != "ok":
        return Checked(name, "wrong", f"{path}: {said}", "move it away: a new one is made, without what it held")
    return Checked(name, "right", str(path))
