"""The conversion event relay: accepted, checked, recorded, counted."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from ..calls import Call, operation
from ..refusals import Answer, Json
from ..rules.events import record


def _bare(url: str | None) -> str | None:
    return None if url is None else urlunsplit((*urlsplit(url)[:3], "", ""))


def _unknown_items(call: Call) -> list[str]:
    found = []
    for item in call.body.get("variants", []):
        if not call.store.one("SELECT 1 FROM variants WHERE unique_id = ?", item["variant_unique_id"]):
            found.append(item["variant_unique_id"])
    for item in call.body.get("bundle_price_options", []):
        unique_id = item["bundle_price_option_unique_id"]
        if not call.store.one("SELECT 1 FROM items WHERE unique_id = ?", unique_id):
            found.append(unique_id)
    return found


def _relay(call: Call, provider: str, person: Json, name_key: str) -> Answer:
    body = call.body
    common: Json = {
        "event_source_url": body.get("event_source_url"),
        "referrer_url": body.get("referrer_url"),
        "person": person,
        "variants": body.get("variants", []),
        "bundle_price_options": body.get("bundle_price_options", []),
        "unknown_items": _unknown_items(call),
    }
    if provider == "meta":
        common["event_source_url"] = _bare(common["event_source_url"])
    if provider == "snackvideo":
        common["click_id"] = body["click_id"]
    for event in body["events"]:
        details = event.get("parameters", event.get("properties", {}))
        record(
            call.store, "server", provider, event[name_key], event.get("event_id"), common | {"parameters": details},
            call.now,
        )  # fmt: skip
    return Answer(call.state.settings.relay_status)


@operation("sendStorefrontMetaConversionEvent")
def send_meta(call: Call) -> Answer:
    person = call.body["user_data"] | {
        "client_ip_address": call.client,
        "client_user_agent": call.headers.get("user-agent"),
    }
    return _relay(call, "meta", person, "event_name")


@operation("sendStorefrontTiktokConversionEvent")
def send_tiktok(call: Call) -> Answer:
    person = {"user_agent": call.headers.get("user-agent")} | call.body["user"] | {"ip": call.client}
    return _relay(call, "tiktok", person, "event")


@operation("sendStorefrontSnackVideoConversionEvent")
def send_snackvideo(call: Call) -> Answer:
    return _relay(call, "snackvideo", {}, "event_name")
