"""The form of an event at each ad platform: the names of its fields, as tables, and the body for its relay. Pure."""

from collections.abc import Mapping, Sequence

from attrs import asdict, frozen

from ..errors import InvalidInput
from .attribution import Attribution
from .items import EventItem
from .model import Buyer, Json, Provider
from .reading import one_of, phone_digits, sendable, several


@frozen
class Platform:
    """One provider's shape of an event."""

    event_id: str | None
    """Field of the event's id; None where there is none, so that a copy counts as a second event."""
    event_name: str
    event_parameters: str
    user: str | None
    """Field of the shopper's data; None where only a click id counts."""
    needs: tuple[str, str] | None = None
    """The field without which its relay is not asked, and how that is said."""

    @property
    def repeatable(self) -> bool:
        """Whether sending an event twice counts it once."""
        return self.event_id is not None

    def lacks(self, payload: Json) -> str | None:
        """Why its relay is not asked with this body; None: it is."""
        return self.needs[1] if self.needs is not None and self.needs[0] not in payload else None


_NAMES = {"content_name": "name", "content_category": "category"}
# What each gets, by the names of its fields: of all items, beside `value` and `currency`; of each item; of the shopper.
_GOODS: Mapping[Provider, Mapping[str, str]] = {
    "meta": {"content_ids": "ids", "contents": "contents", **_NAMES, "num_items": "pieces"},
    "tiktok": {"content_id": "first_id", "contents": "contents"},
    "snackvideo": {**_NAMES, "quantity": "pieces", "price": "only_price"},
}
_CONTENTS: Mapping[Provider, Mapping[str, str]] = {
    "meta": {"id": "unique_id", "quantity": "quantity", "item_price": "unit_price", "delivery_category": "delivery"},
    "tiktok": {"content_id": "unique_id", "quantity": "quantity", "price": "unit_price"},
    "snackvideo": {},
}
_USER: Mapping[Provider, Mapping[str, str]] = {
    "meta": {"country": "country", "em": "email", "ph": "phone", "fn": "first_name", "ln": "last_name"}
    | {"ct": "city", "st": "province", "external_id": "external_id", "location_id": "location_id"}
    | {"fbc": "fbc", "fbp": "fbp"},
    "tiktok": {"email": "email", "phone": "phone", "external_id": "external_id", "ttclid": "ttclid", "ttp": "ttp"},
    "snackvideo": {},
}
_PAGE, _CLICK = ("event_source_url", "TikTok needs the page URL"), ("click_id", "SnackVideo needs a click id")
PLATFORMS: Mapping[Provider, Platform] = {
    "meta": Platform("event_id", "event_name", "parameters", "user_data"),
    "tiktok": Platform("event_id", "event", "parameters", "user", _PAGE),
    "snackvideo": Platform(None, "event_name", "properties", None, _CLICK),
}


def _goods(items: Sequence[EventItem], contents: Mapping[str, str]) -> Json:
    """All that a platform may get about items."""
    return {
        "ids": [item.unique_id for item in items],
        "first_id": items[0].unique_id if items else None,
        "contents": [{field: getattr(item, name) for field, name in contents.items()} for item in items],
        "name": _shared([item.name for item in items]),
        "category": _shared([item.category for item in items]),
        "pieces": sum(item.quantity for item in items) or None,
        "only_price": items[0].unit_price if len(items) == 1 else None,
    }


def event_parameters(
    provider: Provider, items: Sequence[EventItem], *, value: int | None = None, currency: str = "IDR"
) -> Json:
    """The commerce parameters of one event. Amounts in whole rupiah; `value` defaults to the sum of the items."""
    one_of("provider", provider, PLATFORMS)
    items = several("items", items, EventItem)
    if value is None and items:
        totals = [item.unit_price * item.quantity for item in items if item.unit_price is not None]
        value = sum(totals) if len(totals) == len(items) else None
    goods = _goods(items, _CONTENTS[provider])
    found = {field: goods[name] for field, name in _GOODS[provider].items()}
    return _present({**found, "content_type": "product", "value": value, "currency": currency})


def relay_payload(
    provider: Provider,
    name: str,
    event_id: str,
    parameters: Mapping[str, object],
    *,
    items: Sequence[EventItem] = (),
    page_url: str | None = None,
    referrer_url: str | None = None,
    user: Mapping[str, object] | None = None,
    click_id: str | None = None,
) -> Json:
    """One event as the body of its relay operation (send_storefront_{meta,tiktok,snackvideo}_conversion_event)."""
    one_of("provider", provider, PLATFORMS)
    items = several("items", items, EventItem)
    if not isinstance(parameters, Mapping) or not isinstance(user, Mapping | None):
        raise InvalidInput("parameters and user must be mappings")
    platform = PLATFORMS[provider]
    event: Json = {platform.event_name: name, platform.event_parameters: dict(parameters)}
    if platform.event_id is not None:
        event[platform.event_id] = event_id
    body: Json = {
        "event_source_url": page_url,
        "referrer_url": referrer_url,
        **({platform.user: dict(user or {})} if platform.user else {"click_id": click_id}),
        "events": [event],
    }
    for kind in ("variant", "bundle_price_option"):
        body[f"{kind}s"] = [
            {f"{kind}_unique_id": item.unique_id, "quantity": item.quantity} for item in items if item.kind == kind
        ] or None
    return {field: value for field, value in body.items() if value is not None}


def user_data(provider: Provider, buyer: Buyer, attribution: Attribution, country: str, country_code: str) -> Json:
    """The data by which Meta and TikTok recognise the shopper, in plain text. The service adds IP and user agent."""
    who: Json = {name: sendable(value) for name, value in asdict(buyer, recurse=False).items()}
    if not who["first_name"] and not who["last_name"]:
        who["first_name"], _, rest = (sendable(buyer.name) or "").partition(" ")
        who["last_name"] = rest.strip()
    who |= {name: getattr(attribution, name) for name in ("fbc", "fbp", "ttclid", "ttp")}
    who |= {"email": _address(buyer.email), "phone": phone_digits(sendable(buyer.phone), country_code)}
    who |= {"country": country, "location_id": buyer.location_id}
    return _present({field: who[name] for field, name in _USER[provider].items()})


def _shared(values: Sequence[str | None]) -> str | None:
    """The value that all items share; None if they differ."""
    return values[0] if len(set(values)) == 1 else None


def _address(value: object) -> str | None:
    """An e-mail address; none with a blank or something invisible inside, which matches nobody."""
    found = sendable(value)
    return found if found and found.isprintable() and " " not in found else None


def _present(values: Json) -> Json:
    """The values without those that are empty, in nested lists of objects too."""
    return {
        field: [_present(part) for part in value] if isinstance(value, list) and isinstance(value[0], dict) else value
        for field, value in values.items()
        if value not in (None, "", [])
    }
