"""Payloads against the guide's own examples, and the rules that decide what is sent at all."""

import json
import re
import sys
import threading
import uuid
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from nexus_storefront.errors import InvalidInput
from nexus_storefront.events import Outbox, Relay
from nexus_storefront.events.attribution import Attribution
from nexus_storefront.events.composer import Composer, new_event_id, order_event_id
from nexus_storefront.events.items import EventItem, ItemIndex, Reference
from nexus_storefront.events.model import PROVIDERS, Buyer, Conversion, Event, EventNames, Visit
from nexus_storefront.events.providers import event_parameters, relay_payload, user_data
from nexus_storefront.events.reading import host_name, is_storefront_page, phone_digits, public_url, rupiah
from nexus_storefront.events.sending import Receipt
from nexus_storefront.events.settings import EventSettings

ADS = Attribution(
    "fb.1.1710000000000.fbclid", "fb.1.1710000000000.1234567890", "ttclid_value", "ttp_cookie_value", "kw"
)
VISIT = Visit("https://shop.example.com/products/black-shirt", "https://facebook.com/", ADS, "Mozilla/5.0", "shopper-1")
PRODUCT: dict[str, Any] = {
    "id": 7,
    "slug": "black-shirt",
    "name": "Black T-Shirt",
    "entity_type": "product",
    "item_type": "physical",
    "taxonomy": {"id": 1, "name": "Apparel"},
    "variants": [
        {"id": 494535, "unique_id": "variant_xxx", "name": "M", "price": "150000.00", "item_type": "physical"},
        {"id": 494536, "unique_id": "variant_yyy", "name": "L", "price": 155000, "item_type": "physical"},
    ],
}
BUNDLE = {
    "id": 31925,
    "bundle_price_option_id": 31925,
    "unique_id": "bundle_price_option_xxx",
    "entity_type": "bundle_price_option",
    "name": "Starter pack",
    "price": 250000.0,
}
LINE = {"id": 1, "type": "variant", "variant_id": 494535, "bundle_price_option_id": None, "quantity": 2}
BUNDLE_LINE = {
    "id": 2,
    "type": "bundle_price_option",
    "variant_id": None,
    "bundle_price_option_id": 31925,
    "bundle_price_option_unique_id": "bundle_price_option_xxx",
    "quantity": 3,
}
ORDER = {
    "id": "0b8f",
    "order_id": "ORD-1",
    "status": "pending",
    "payment_status": "unpaid",
    "gross_revenue": "312000.00",
    "customer_id": 55,
    "is_probably_spam": False,
    "customer": {"email": "buyer@example.com"},
    "destination_address": {
        "name": "Budi Agung Santoso",
        "phone": "0812-3456-789",
        "city": "Bandung",
        "province": "Jawa Barat",
    },
}
BUYER = Buyer(email="buyer@example.com", phone="628123456789", external_id="customer_123")


def composer(**settings: Any) -> Composer:
    made = Composer(EventSettings(**settings))
    made.index.learn([PRODUCT, BUNDLE])
    return made


def by_provider(conversion: Conversion) -> dict[str, Event]:
    return {event.provider: event for event in conversion}


def payload(event: Event) -> dict[str, Any]:
    assert event.payload is not None
    return dict(event.payload)


class TestGuideExamples:
    """The JSON of the guide's payload reference, to the letter."""

    def test_meta_request(self) -> None:
        parameters = {"content_ids": ["variant_xxx"], "content_type": "product", "value": 150000, "currency": "IDR"}
        assert relay_payload(
            "meta",
            "AddToCart",
            "add_to_cart_123",
            parameters,
            items=[EventItem("variant_xxx")],
            page_url="https://shop.example.com/products/black-shirt",
            referrer_url="https://facebook.com/",
            user=user_data("meta", BUYER, ADS, "id", "62"),
        ) == {
            "event_source_url": "https://shop.example.com/products/black-shirt",
            "referrer_url": "https://facebook.com/",
            "user_data": {
                "country": "id",
                "em": "buyer@example.com",
                "ph": "628123456789",
                "fbc": "fb.1.1710000000000.fbclid",
                "fbp": "fb.1.1710000000000.1234567890",
                "external_id": "customer_123",
            },
            "events": [{"event_id": "add_to_cart_123", "event_name": "AddToCart", "parameters": parameters}],
            "variants": [{"variant_unique_id": "variant_xxx", "quantity": 1}],
        }

    def test_tiktok_request(self) -> None:
        parameters = {"content_id": "variant_xxx", "content_type": "product", "value": 150000, "currency": "IDR"}
        assert relay_payload(
            "tiktok",
            "AddToCart",
            "add_to_cart_123",
            parameters,
            items=[EventItem("variant_xxx")],
            page_url="https://shop.example.com/products/black-shirt",
            referrer_url="https://tiktok.com/",
            user=user_data("tiktok", BUYER, ADS, "id", "62"),
        ) == {
            "event_source_url": "https://shop.example.com/products/black-shirt",
            "referrer_url": "https://tiktok.com/",
            "user": {
                "email": "buyer@example.com",
                "phone": "628123456789",
                "ttclid": "ttclid_value",
                "ttp": "ttp_cookie_value",
                "external_id": "customer_123",
            },
            "events": [{"event_id": "add_to_cart_123", "event": "AddToCart", "parameters": parameters}],
            "variants": [{"variant_unique_id": "variant_xxx", "quantity": 1}],
        }

    def test_snackvideo_request(self) -> None:
        item = EventItem("variant_xxx", 1, None, "Black T-Shirt")
        parameters = event_parameters("snackvideo", [item], value=150000)
        assert relay_payload(
            "snackvideo",
            "addToCart",
            "unused",
            parameters,
            items=[item],
            page_url="https://shop.example.com/products/black-shirt",
            referrer_url="https://snackvideo.com/",
            click_id="snackvideo_click_id",
        ) == {
            "click_id": "snackvideo_click_id",
            "event_source_url": "https://shop.example.com/products/black-shirt",
            "referrer_url": "https://snackvideo.com/",
            "events": [
                {
                    "event_name": "addToCart",
                    "properties": {
                        "content_type": "product",
                        "content_name": "Black T-Shirt",
                        "value": 150000,
                        "currency": "IDR",
                        "quantity": 1,
                    },
                }
            ],
            "variants": [{"variant_unique_id": "variant_xxx", "quantity": 1}],
        }

    def test_parameters_of_each_provider_from_the_product_page(self) -> None:
        events = by_provider(composer().content_view(PRODUCT, VISIT))
        assert payload(events["meta"])["events"][0]["parameters"] == {
            "content_ids": ["variant_xxx"],
            "content_type": "product",
            "contents": [
                {"id": "variant_xxx", "quantity": 1, "item_price": 150000, "delivery_category": "home_delivery"}
            ],
            "content_name": "Black T-Shirt",
            "content_category": "Apparel",
            "value": 150000,
            "currency": "IDR",
            "num_items": 1,
        }
        assert payload(events["tiktok"])["events"][0]["parameters"] == {
            "content_id": "variant_xxx",
            "content_type": "product",
            "contents": [{"content_id": "variant_xxx", "quantity": 1, "price": 150000}],
            "value": 150000,
            "currency": "IDR",
        }
        assert payload(events["snackvideo"])["events"][0]["properties"] == {
            "content_type": "product",
            "content_category": "Apparel",
            "content_name": "Black T-Shirt",
            "currency": "IDR",
            "value": 150000,
            "quantity": 1,
            "price": 150000,
        }

    def test_items_of_both_kinds_and_no_empty_lists(self) -> None:
        both = composer().checkout_started([LINE, BUNDLE_LINE], VISIT)
        body = payload(by_provider(both)["meta"])
        assert body["variants"] == [{"variant_unique_id": "variant_xxx", "quantity": 2}]
        assert body["bundle_price_options"] == [
            {"bundle_price_option_unique_id": "bundle_price_option_xxx", "quantity": 3}
        ]
        one = payload(by_provider(composer().add_to_cart(BUNDLE_LINE, VISIT))["meta"])
        assert "variants" not in one
        assert one["bundle_price_options"][0]["quantity"] == 3


class TestMoments:
    def test_names_of_every_moment(self) -> None:
        made = composer(purchase_point="payment_confirmed")
        paid = ORDER | {"payment_status": "paid"}
        seen = {
            "view": made.content_view(PRODUCT, VISIT),
            "bundle": made.content_view(BUNDLE, VISIT),
            "cart": made.add_to_cart(LINE, VISIT),
            "checkout": made.checkout_started([LINE], VISIT),
            "method": made.payment_method_chosen([LINE], VISIT),
            "submitted": made.order_created(ORDER, VISIT, items=[LINE]),
            "paid": made.payment_confirmed(paid, VISIT, items=[LINE]),
        }
        assert {moment: [event.name for event in conversion] for moment, conversion in seen.items()} == {
            "view": ["ViewContent", "ViewContent", "contentView"],
            "bundle": ["ViewContent", "ViewContent", "contentView"],
            "cart": ["AddToCart", "AddToCart", "addToCart"],
            "checkout": ["InitiateCheckout", "InitiateCheckout", "initiatedCheckout"],
            "method": [],
            "submitted": [],
            "paid": ["Purchase", "CompletePayment", "purchase"],
        }

    def test_order_ids_are_derived_and_interactions_random(self) -> None:
        made = composer()
        bought = by_provider(made.order_created(ORDER, VISIT, items=[LINE]))
        assert [event.event_id for event in bought.values()] == [
            "ORD-1-Purchase-FORM",
            "ORD-1-CompletePayment-FORM",
            "ORD-1-purchase-FORM",
        ]
        assert made.order_created(ORDER, VISIT).events[0].event_id == "ORD-1-Purchase-FORM"
        first, second = made.add_to_cart(LINE, VISIT), made.add_to_cart(LINE, VISIT)
        assert len({event.event_id for event in first}) == 1
        assert first.events[0].event_id != second.events[0].event_id
        assert re.fullmatch(r"add_to_cart_[0-9a-f-]{36}", first.events[0].event_id)

    def test_a_platform_that_is_left_out_gets_nothing(self) -> None:
        made = composer(providers=["meta", "tiktok"])
        assert by_provider(made.content_view(PRODUCT, VISIT)).keys() == {"meta", "tiktok"}

    def test_random_ids_are_prefix_and_uuid4(self) -> None:
        prefix, _, rest = new_event_id("evt").partition("_")
        assert (prefix, uuid.UUID(rest).version) == ("evt", 4)
        assert order_event_id("A-1", "Purchase") == "A-1-Purchase-FORM"

    def test_pixel_and_relay_carry_the_same_id_and_parameters(self) -> None:
        for conversion in (composer().add_to_cart(LINE, VISIT), composer().order_created(ORDER, VISIT, items=[LINE])):
            for event in conversion:
                assert event.pixel is not None
                sent = payload(event)["events"][0]
                if event.provider != "snackvideo":
                    assert event.pixel.event_id.encode() == sent["event_id"].encode() == event.event_id.encode()
                assert event.pixel.parameters == sent.get("parameters", sent.get("properties"))

    def test_purchase_holds_order_amount_every_item_and_the_buyer(self) -> None:
        events = by_provider(composer().order_created(ORDER, VISIT, items=[LINE, BUNDLE_LINE]))
        meta = payload(events["meta"])
        assert meta["user_data"] == {
            "country": "id",
            "em": "buyer@example.com",
            "ph": "628123456789",
            "fn": "Budi",
            "ln": "Agung Santoso",
            "ct": "Bandung",
            "st": "Jawa Barat",
            "external_id": "55",
            "fbc": ADS.fbc,
            "fbp": ADS.fbp,
        }
        parameters = meta["events"][0]["parameters"]
        assert parameters["value"] == 312000
        assert parameters["content_ids"] == ["variant_xxx", "bundle_price_option_xxx"]
        assert parameters["num_items"] == 5
        assert [content["item_price"] for content in parameters["contents"]] == [150000, 250000]
        assert "content_name" not in parameters
        assert payload(events["tiktok"])["events"][0]["parameters"]["content_id"] == "variant_xxx"
        snack = payload(events["snackvideo"])["events"][0]["properties"]
        assert (snack["value"], snack["quantity"], "price" in snack) == (312000, 5, False)

    def test_items_from_the_order_itself(self) -> None:
        made = composer()
        told = ORDER | {"variants": {"variant_xxx": 2}, "bundle_price_options": {"31925": {"quantity": 1}}}
        assert payload(by_provider(made.order_created(told, VISIT))["meta"])["variants"] == [
            {"variant_unique_id": "variant_xxx", "quantity": 2}
        ]
        mine = ORDER | {"final_variants": {"variant_yyy": 4}}
        assert made.order_created(mine, VISIT).events[0].pixel.parameters["contents"] == [  # type: ignore[union-attr]
            {"id": "variant_yyy", "quantity": 4, "item_price": 155000, "delivery_category": "home_delivery"}
        ]

    def test_a_bundle_that_the_order_tells_by_its_unique_id(self) -> None:
        told = ORDER | {"bundle_price_options": {"bundle_price_option_zzz": 2}}
        events = by_provider(composer().order_created(told, VISIT))
        assert payload(events["meta"])["bundle_price_options"] == [
            {"bundle_price_option_unique_id": "bundle_price_option_zzz", "quantity": 2}
        ]

    def test_given_buyer_wins_over_the_order_gap_by_gap(self) -> None:
        given = Buyer(email="other@example.com", first_name="Siti", external_id="me")
        data = payload(by_provider(composer().order_created(ORDER, VISIT, buyer=given))["meta"])["user_data"]
        assert (data["em"], data["fn"], data["external_id"], data["ph"]) == (
            "other@example.com",
            "Siti",
            "me",
            "628123456789",
        )
        assert "ln" not in data

    def test_order_inside_the_outcome_of_placing_it(self) -> None:
        placed = SimpleNamespace(order=SimpleNamespace(order_id="ORD-9", gross_revenue=1000))
        assert composer().order_created(placed, VISIT).events[0].event_id == "ORD-9-Purchase-FORM"

    @pytest.mark.parametrize("missing", ["content_view", "add_to_cart", "checkout_started"])
    def test_unknown_items_are_left_out_not_invented(self, missing: str) -> None:
        conversion = getattr(Composer(), missing)({"variant_id": 1, "type": "variant", "quantity": 1}, VISIT)
        body = payload(by_provider(conversion)["meta"])
        assert "variants" not in body
        assert body["events"][0]["parameters"] == {"content_type": "product", "currency": "IDR"}

    def test_snackvideo_names_apart_for_browser_and_server(self) -> None:
        names = {"add_to_cart": EventNames("AddToCart", None, "addToCart", "EVENT_ADD_TO_CART")}
        events = by_provider(composer(names=names).add_to_cart(LINE, VISIT))
        assert [*events] == ["meta", "snackvideo"]
        pixel = events["snackvideo"].pixel
        assert pixel is not None
        assert (pixel.name, events["snackvideo"].name) == ("addToCart", "EVENT_ADD_TO_CART")
        only_browser = {"add_to_cart": EventNames(snackvideo_browser="addToCart")}
        (event,) = composer(names=only_browser).add_to_cart(LINE, VISIT)
        assert (event.payload, event.not_relayed) == (None, "no server event name is configured")


class TestRules:
    @pytest.mark.parametrize("point", ["order_created", "payment_confirmed"])
    def test_one_purchase_point(self, point: Any) -> None:
        made = composer(purchase_point=point)
        paid = ORDER | {"payment_status": "paid"}
        purchases = [
            event.event_id
            for conversion in (made.order_created(ORDER, VISIT), made.payment_confirmed(paid, VISIT))
            for event in conversion
            if event.is_purchase
        ]
        assert purchases == ["ORD-1-Purchase-FORM", "ORD-1-CompletePayment-FORM", "ORD-1-purchase-FORM"]

    def test_submit_event_must_not_be_called_purchase(self) -> None:
        submit = {"order_submitted": EventNames(meta="Lead", tiktok="SubmitForm")}
        made = composer(names=submit, purchase_point="payment_confirmed")
        events = made.order_created(ORDER, VISIT)
        assert [(e.name, e.event_id, e.is_purchase) for e in events] == [
            ("Lead", "ORD-1-Lead-FORM", False),
            ("SubmitForm", "ORD-1-SubmitForm-FORM", False),
        ]
        with pytest.raises(InvalidInput):
            EventSettings(names={"order_submitted": EventNames(meta="Purchase")})

    @pytest.mark.parametrize("mark", [True, "true", 1])
    def test_spam_orders_send_nothing(self, mark: object) -> None:
        spam = ORDER | {"is_probably_spam": mark, "payment_status": "paid"}
        assert composer().order_created(spam, VISIT).skipped == "the order is marked as spam"
        assert not composer(purchase_point="payment_confirmed").payment_confirmed(spam, VISIT).events

    @pytest.mark.parametrize("status", ["unpaid", "conflict", None, "pending"])
    def test_no_purchase_before_payment(self, status: str | None) -> None:
        made = composer(purchase_point="payment_confirmed")
        assert made.payment_confirmed(ORDER | {"payment_status": status}, VISIT).skipped == "the order is not paid"

    @pytest.mark.parametrize("result", [None, {}, {"error": "out of stock"}, SimpleNamespace(order=None), "x", 0])
    def test_nothing_without_an_order(self, result: object) -> None:
        assert composer().order_created(result, VISIT).skipped == "there is no order"

    @pytest.mark.parametrize("nothing", [None, "wat", 7, [], [None], {}, SimpleNamespace(items=[]), object()])
    def test_nothing_for_nothing(self, nothing: Any) -> None:
        made = composer(names={"payment_method_chosen": EventNames(meta="AddPaymentInfo")})
        for conversion, reason in (
            (made.content_view(nothing, VISIT), "there is no product or bundle detail"),
            (made.add_to_cart(nothing, VISIT), "there is no cart line"),
            (made.checkout_started(nothing, VISIT), "there is no checkout, cart or line"),
            (made.payment_method_chosen(nothing, VISIT, value=5), "there is no checkout, cart or line"),
            (made.order_created(nothing, VISIT, items=[LINE]), "there is no order"),
        ):
            assert (conversion.events, conversion.skipped) == ((), reason)
            assert Relay("store_x", outbox=Outbox("/nowhere")).send(conversion) == Receipt(skipped=reason)

    def test_what_is_no_visit_is_told(self) -> None:
        for visit in ("https://toko.example/", {"page_url": "https://toko.example/"}, None):
            conversion = composer().add_to_cart(LINE, visit)  # type: ignore[arg-type]
            assert conversion.skipped == "failed: visit must be a Visit, as Visit(page_url)"

    def test_a_line_of_unknown_unique_id_still_has_its_moment(self) -> None:
        """Nothing is guessed about what it holds, but the action took place."""
        made = composer(names={"payment_method_chosen": EventNames(meta="AddPaymentInfo")})
        unseen = LINE | {"variant_id": 999}
        for conversion in (
            made.add_to_cart(unseen, VISIT),
            made.checkout_started([unseen], VISIT),
            made.payment_method_chosen([unseen], VISIT),
        ):
            assert payload(conversion.events[0])["events"][0]["event_name"]
            assert "variants" not in payload(conversion.events[0])

    def test_a_payment_method_is_told_once_it_has_a_name(self) -> None:
        made = composer(names={"payment_method_chosen": EventNames(meta="AddPaymentInfo", tiktok="AddPaymentInfo")})
        conversion = made.payment_method_chosen([LINE], VISIT, value="150000")
        assert [(event.provider, event.name) for event in conversion] == [
            ("meta", "AddPaymentInfo"),
            ("tiktok", "AddPaymentInfo"),
        ]
        assert conversion.events[0].event_id.startswith("payment_method_")
        assert payload(conversion.events[0])["events"][0]["parameters"]["value"] == 150000

    def test_a_checkout_of_the_cart_does_not_hold_its_lines(self) -> None:
        assert composer().checkout_started(SimpleNamespace(items=None, use_cart=True), VISIT).events

    def test_snackvideo_server_event_only_with_a_click_id(self) -> None:
        events = by_provider(composer().add_to_cart(LINE, Visit(VISIT.page_url)))
        assert events["snackvideo"].payload is None
        assert events["snackvideo"].not_relayed == "SnackVideo needs a click id"
        assert events["snackvideo"].pixel is not None

    def test_a_page_elsewhere_is_not_relayed(self) -> None:
        made = composer(domains=["example.com"])
        assert all(event.payload for event in made.add_to_cart(LINE, VISIT))
        for url in (
            "https://example.com.evil.test/",
            "https://evilexample.com/",
            "ftp://shop.example.com/",
            "nonsense",
        ):
            for event in made.add_to_cart(LINE, Visit(url, attribution=ADS)):
                assert event.payload is None
                assert event.pixel is not None

    def test_a_kiosk_without_a_page(self) -> None:
        none = by_provider(composer().add_to_cart(LINE, Visit(attribution=ADS)))
        assert "event_source_url" not in payload(none["meta"])
        assert none["tiktok"].not_relayed == "TikTok needs the page URL"
        fixed = by_provider(composer(page_url="https://shop.example.com/kiosk").add_to_cart(LINE, Visit()))
        assert payload(fixed["tiktok"])["event_source_url"] == "https://shop.example.com/kiosk"

    def test_nothing_read_only_and_nothing_empty_is_sent(self) -> None:
        for event in composer().order_created(ORDER, VISIT, items=[LINE]):
            text = json.dumps(event.payload)
            for word in (
                "client_ip",
                "client_user_agent",
                "user_agent",
                '"ip"',
                "Mozilla",
                "shopper-1",
                "null",
                '""',
                "[]",
            ):
                assert word not in text

    def test_personal_data_stays_out_of_repr(self) -> None:
        conversion = composer().order_created(ORDER, VISIT, items=[LINE], buyer=BUYER)
        shown = repr((conversion, BUYER, VISIT))
        for word in ("buyer@example.com", "8123456789", "Budi", "customer_123", "fbclid", "Mozilla", "shopper-1"):
            assert word not in shown

    def test_settings_refuse_what_does_not_exist(self) -> None:
        for wrong in ({"purchase_point": "both"}, {"providers": ["google"]}, {"names": {"landing": EventNames()}}):
            with pytest.raises(InvalidInput):
                EventSettings(**wrong)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        (" Sari@Example.com\u00a0", "Sari@Example.com"),
        ("\u200bsari@example.com\n", "sari@example.com"),
        ("sa ri@example.com", None),
        ("sari\u200b@example.com", None),
        ("", None),
    ],
)
def test_an_address_goes_out_as_it_was_meant_or_not_at_all(written: str, sent: str | None) -> None:
    told = user_data("meta", Buyer(email=written), ADS, "id", "62")
    assert told.get("em") == sent


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("0812-3456-7890", "6281234567890"),
        ("+0812-3456-7890", "6281234567890"),
        ("+0062 812 3456 7890", "6281234567890"),
        ("+000", None),
        ("+62 812 3456 7890", "6281234567890"),
        ("+62 (0) 812 3456 7890", "6281234567890"),
        ("6281234567890", "6281234567890"),
        ("81234567890", "6281234567890"),
        ("0062812345678", "62812345678"),
        ("+65 9123 4567", "6591234567"),
        ("٠٨١٢٣٤٥٦٧٨٩٠", "6281234567890"),
        ("", None),
        (None, None),
        ("no phone", None),
        ("123", None),
        ("9" * 20, None),
        ("(+65) 9123 4567", "6591234567"),
        ("tel:+65-9123-4567", "6591234567"),
        ("tel:+65-9123-4567;ext=12", "6591234567"),
        ("(+62) 812-3456-7890", "6281234567890"),
        ("+ 65 9123 4567", "6591234567"),
        ("WA: +65 9123 4567 (rumah)", "6591234567"),
        ("\u202a+65 9123\u20114567\u202c", "6591234567"),
        ("\u2060+\u200b65 91234567", "6591234567"),
        ("\uff0b\uff16\uff15 9123 4567", "6591234567"),
        ("\u00a0+44\u00a0(0)20 7946 0958", "442079460958"),
        ("0065 9123 4567", "6591234567"),
        ("021 555 1234 ext. 12", "62215551234"),
        ("021-5551234x12", "62215551234"),
        ("+65 9123 4567 #12", "6591234567"),
        ("+65 9123 4567 (ext. 12)", "6591234567"),
        ("0812-3456-7890 pesawat 5", "6281234567890"),
        ("081234567890 / 081299999999", "6281234567890"),
        ("+65 9123 4567 +62 812 3456 7890", "6591234567"),
        ("0812ABCD1234", None),
        ("+1-800-FLOWERS", None),
        ("+", None),
    ],
)
def test_phone_is_digits_with_country_code(written: str | None, digits: str | None) -> None:
    assert phone_digits(written) == digits


@pytest.mark.parametrize(
    ("amount", "whole"),
    [
        ("125000.00", 125000),
        (12000, 12000),
        (12000.0, 12000),
        ("12000", 12000),
        ("1000.50", 1001),
        (0, 0),
        (None, None),
        ("free", None),
        (-5, None),
        (float("nan"), None),
        (True, None),
        (2**53, None),
    ],
)
def test_amounts_are_whole_rupiah(amount: object, whole: int | None) -> None:
    found = rupiah(amount)
    assert found == whole
    assert found is None or type(found) is int


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://shop.example.com/p?token=SECRET&utm_source=x#access_token=SECRET", "https://shop.example.com/p"),
        ("https://user:SECRET@shop.example.com:8443/p", "https://shop.example.com:8443/p"),
        ("HTTPS://Shop.Example.COM./P", "https://shop.example.com/P"),
        ("https://tokobuku.id/buku baru/é", "https://tokobuku.id/buku%20baru/%C3%A9"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://[::1]:80/x", "https://[::1]:80/x"),
        ("https://shop.example.com", "https://shop.example.com"),
        ("https://toko.example/?x=1#/checkout?token=SECRET", "https://toko.example/#/checkout"),
        ("https://toko.example/#!/produk/kopi é", "https://toko.example/#!/produk/kopi%20%C3%A9"),
        ("\u200b https://toko.example/p\n", "https://toko.example/p"),
        ("/relative", None),
        ("javascript:alert(1)", None),
        ("https://[bad", None),
        ("https://x:99999/", None),
        ("", None),
        (None, None),
    ],
)
def test_page_urls_lose_query_fragment_and_user(url: str | None, clean: str | None) -> None:
    assert public_url(url) == clean


def test_storefront_domains_include_their_subdomains() -> None:
    assert is_storefront_page("https://anything.test/", [])
    assert is_storefront_page("https://a.shop.test/", ["shop.test"])
    assert is_storefront_page("https://xn--bcher-kva.example/", [host_name("bücher.example")])
    assert not is_storefront_page("https://shop.test.evil/", ["shop.test"])
    assert not is_storefront_page("https://test/", ["shop.test"])


class TestIndex:
    def test_numeric_ids_resolve_through_what_was_seen(self) -> None:
        index = ItemIndex()
        assert index.find(LINE) is None
        assert [*index.unknown([LINE, BUNDLE_LINE])] == [Reference("variant", 494535)]
        index.learn(PRODUCT)
        assert index.find(LINE) == EventItem("variant_xxx", 2, 150000, "Black T-Shirt", "Apparel", "variant", True)
        assert not index.unknown([LINE, BUNDLE_LINE])

    def test_a_cart_line_that_names_its_item_needs_no_index(self) -> None:
        line = LINE | {"variant": {"id": 494535, "unique_id": "variant_zzz"}, "unit_price": "99000.00", "name": "Mug"}
        assert ItemIndex().find(line) == EventItem("variant_zzz", 2, 99000, "Mug")

    def test_a_cart_teaches_ids_without_losing_names(self) -> None:
        index = ItemIndex()
        index.learn(PRODUCT)
        index.learn({"id": 9, "items": [LINE | {"variant": {"unique_id": "variant_xxx"}, "unit_price": 140000}]})
        assert index.find(LINE) == EventItem("variant_xxx", 2, 140000, "Black T-Shirt", "Apparel", "variant", True)

    def test_a_lines_own_unique_id_is_not_taken_for_the_items(self) -> None:
        assert ItemIndex().find(LINE | {"unique_id": "cart_line_1"}) is None

    def test_memory_is_bounded(self) -> None:
        index = ItemIndex(limit=10)
        for number in range(1, 100):
            index.learn({"variants": [{"id": number, "unique_id": f"variant_{number}"}]})
        assert index.find({"variant_id": 1, "quantity": 1}) is None
        assert index.find({"variant_id": 99, "quantity": 1}) is not None
        assert len(index._by_unique_id) == 10

    def test_memory_is_bounded_by_many_threads_at_once(self) -> None:
        index, failed = ItemIndex(limit=10), list[Exception]()

        def learn(first: int) -> None:
            try:
                for number in range(first, first + 500):
                    index.learn({"variants": [{"id": number, "unique_id": f"variant_{number}"}]})
            except Exception as error:
                failed.append(error)

        interval = sys.getswitchinterval()
        sys.setswitchinterval(1e-6)
        try:
            threads = [threading.Thread(target=learn, args=(first,)) for first in range(1, 4001, 500)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        finally:
            sys.setswitchinterval(interval)
        assert (failed, len(index._known)) == ([], 10)

    def test_models_and_mappings_read_alike(self) -> None:
        class Unset:
            def __bool__(self) -> bool:
                return False

        line = SimpleNamespace(
            type="variant",
            variant_id=494535,
            bundle_price_option_id=Unset(),
            quantity="2",
            unit_price=Unset(),
            additional_properties={"variant": {"unique_id": "variant_xxx"}, "unit_price": 7},
        )
        assert ItemIndex().find(line) == EventItem("variant_xxx", 2, 7)


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=8
)
of_orders = ["order_id", "gross_revenue", "customer", "destination_address", "variants", "items", "is_probably_spam"]
of_lines = ["variant", "variant_id", "name", "quantity", "unit_price", "variant_unique_id", "unique_id", "taxonomy"]
of_results = ["order", "payment_status", *of_orders, *of_lines]


@settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    result=st.dictionaries(st.sampled_from(of_results), anything) | anything, url=st.none() | st.text(), phone=st.text()
)
def test_no_answer_raises_and_every_payload_is_json(result: Any, url: str | None, phone: str) -> None:
    for point in ("order_created", "payment_confirmed"):
        made = Composer(EventSettings(purchase_point=point))  # type: ignore[arg-type]
        visit = Visit(url, url, ADS)
        for conversion in (
            made.content_view(result, visit),
            made.add_to_cart(result, visit),
            made.checkout_started(result, visit, value=result),
            made.order_created(result, visit, items=result, buyer=Buyer(phone=phone, name=phone)),
            made.payment_confirmed(result, visit),
        ):
            assert {event.provider for event in conversion} <= {*PROVIDERS}
            for event in conversion:
                json.dumps(event.payload, allow_nan=False, ensure_ascii=False).encode()
                for sent in (event.payload or {}).get("events", ()):  # type: ignore[attr-defined]
                    assert sent.get("event_id", event.event_id) == event.event_id
