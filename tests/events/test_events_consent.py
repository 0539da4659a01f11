"""Consent by country: asked where the business's lists say so, kept with the event, and nowhere else."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from nexus_storefront import Storefront
from nexus_storefront.errors import InvalidInput
from nexus_storefront.events import (
    Claim,
    Composer,
    Conversion,
    CountryConsent,
    Ending,
    Event,
    EventSettings,
    Outbox,
    Relay,
    Visit,
    consent_subject,
)

GATE = CountryConsent(marketing=["GB", "de"], analytics=["FR"])
ORDER = {"order_id": "X-1", "gross_revenue": "1000", "variants": {"variant_1": 1}}


@pytest.mark.parametrize(
    ("country", "granted", "allowed"),
    [
        ("ID", (), True),
        ("DE", (), False),
        ("de ", (), False),
        ("DE", ("marketing",), True),
        ("DE", ("analytics",), False),
        ("FR", (), True),
        (None, (), True),
    ],
)
def test_the_lists_decide(country: str | None, granted: Any, allowed: bool) -> None:
    assert GATE("meta", consent_subject(country, granted)) is allowed
    settings = SimpleNamespace(marketing_consent_countries=["GB", "DE"], analytics_consent_countries=["FR"])
    assert CountryConsent.of(settings)("tiktok", consent_subject(country, granted)) is allowed


def test_both_categories_may_be_needed() -> None:
    gate = CountryConsent(["DE"], ["DE", "FR"], needs=["marketing", "analytics"])
    assert not gate("meta", consent_subject("DE", ["marketing"]))
    assert gate("meta", consent_subject("DE", ["marketing", "analytics"]))
    assert not gate("meta", consent_subject("FR"))


def test_nobody_known_needs_none() -> None:
    assert GATE("meta", None)
    assert GATE("meta", "")


def test_a_shop_s_own_subjects() -> None:
    gate = CountryConsent(["DE"], shopper=lambda subject: ("DE", ["marketing"] if subject == "yes" else []))
    assert gate("meta", "yes")
    assert not gate("meta", "no")


def test_the_decision_at_the_order_s_creation_stays_with_its_event(tmp_path: Any) -> None:
    settings = EventSettings(consent=GATE, outbox=tmp_path / "outbox")
    relay, made = Relay("store_x", settings), Composer(settings)
    refused = made.order_created(ORDER, Visit("https://toko.example/", subject=consent_subject("DE")))
    assert set(relay.send(refused).statuses.values()) == {"no_consent", "not_relayed"}
    agreed = made.order_created(ORDER, Visit("https://toko.example/", subject=consent_subject("DE", ["marketing"])))
    assert relay.send(agreed).accepted
    assert relay.claim("meta") is not None
    assert Outbox(tmp_path / "outbox").dead_letters("store_x") == []


@pytest.mark.parametrize(
    "wrong", [{"marketing": "DE"}, {"marketing": ["Germany"]}, {"marketing": None}, {"marketing": [], "needs": ["ads"]}]
)
def test_what_cannot_work_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        CountryConsent(**wrong)
    for country, granted in (("Germany", ()), (5, ()), ("DE", "marketing"), ("DE", ["ads"])):
        with pytest.raises(InvalidInput):
            consent_subject(country, granted)  # type: ignore[arg-type]
    with pytest.raises(InvalidInput):
        CountryConsent.of({"marketing_consent_countries": None})


def test_many_that_nobody_consents_to_any_more_keep_no_other_lane_waiting(tmp_path: Path) -> None:
    withdrawn, asked = False, list[str]()

    def gate(provider: str, subject: str | None) -> bool:
        asked.append(provider)
        return not withdrawn or provider != "meta"

    def deliver(claim: Claim) -> Ending:
        asked.append("delivered")
        return Ending("delivered")

    settings = EventSettings(consent=gate, outbox=tmp_path / "outbox")
    with Storefront("store_x", "sfpk_x", events=settings) as shop:
        shop.events.via = deliver
        for provider, number in [*(("meta", number) for number in range(20)), ("tiktok", 1)]:
            shop.events.send(Conversion("any", (Event(provider, "any", f"{number}", None, {}),)))  # type: ignore[arg-type]
        withdrawn = True
        asked.clear()
        assert shop.events.flush() == 1
        assert asked.index("delivered") < 5
        assert {lane.lane: lane.waiting for lane in shop.events.relay.outbox.lanes("store_x")} == {
            "meta": 0,
            "tiktok": 0,
        }
