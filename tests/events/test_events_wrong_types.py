"""Wrong types in the public API of events end in a typed error, or in nothing at all: never in a raw exception."""

import inspect
from collections.abc import Iterator
from typing import Any

import nexus_storefront.events as events
import pytest
from nexus_storefront import Storefront
from nexus_storefront.errors import StorefrontError

WRONG: list[Any] = [None, "", "x\u200b", b"x", 0, -1, 5.5, True, [], ["x"], {}, {"x": 1}, object(), lambda *a, **k: 1]
# what is not called: constants, types of records that are only handed out
RECORDS = {"Alarm", "Claim", "DeadLetter", "Ending", "Event", "Lane", "PixelCall", "Receipt", "Conversion", "SetCookie"}
CALLED = sorted(
    name
    for name in dir(events)
    if name[0] != "_" and callable(getattr(events, name)) and name not in {*RECORDS, "TYPE_CHECKING", "lazy_names"}
)


def calls(function: Any) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Each parameter wrong in turn, by name; then everything wrong at once."""
    parameters = [
        p for p in inspect.signature(function).parameters.values() if p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)
    ]
    needed = [p for p in parameters if p.default is p.empty]
    for wrong in WRONG:
        yield (
            tuple(wrong for p in needed if p.kind is not p.KEYWORD_ONLY),
            {p.name: wrong for p in needed if p.kind is p.KEYWORD_ONLY},
        )
        for parameter in parameters:
            named = {p.name: wrong for p in needed}
            yield (), named | {parameter.name: wrong}


def tried(function: Any) -> None:
    for arguments, named in calls(function):
        try:
            function(*arguments, **named)
        except StorefrontError:
            pass
        except Exception as error:
            pytest.fail(f"{function} {arguments} {named}: {error!r}")


@pytest.mark.parametrize("name", CALLED)
def test_a_public_name_takes_or_refuses_anything(name: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEXUS_OUTBOX", str(tmp_path / "outbox"))
    tried(getattr(events, name))


def test_so_do_the_methods_of_a_shop(tmp_path: Any) -> None:
    settings = events.EventSettings(outbox=tmp_path / "outbox")
    with Storefront("store_x", "sfpk_x", "http://127.0.0.1:9", events=settings) as shop:
        for name in ("add_to_cart", "checkout_started", "content_view", "flush", "order_created", "payment_confirmed",
                     "payment_method_chosen", "post", "render", "resolve", "send", "stop"):  # fmt: skip
            tried(getattr(shop.events, name))
