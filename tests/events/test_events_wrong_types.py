"""Wrong types in the public API of events end in a typed error, or in nothing at all: never in a raw exception."""

from typing import Any

import nexus_storefront.events as events
import pytest
from nexus_storefront import Storefront
from wrong_types import called, tried

# types of records that are only handed out
RECORDS = {"Alarm", "Claim", "DeadLetter", "Ending", "Event", "Lane", "PixelCall", "Receipt", "Conversion", "SetCookie"}


@pytest.mark.parametrize("name", called(events, RECORDS))
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
