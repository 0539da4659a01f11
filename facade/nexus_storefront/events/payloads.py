"""Conversion events of one shopper action: what the browser pixel is told and what the store's relay is sent.

Each constructor of `Composer` takes the result of the action it reports, and gives a `Conversion` with one `Event` per
provider. The same event id goes into both halves. Moments, event names, parameters and ids follow the advertising
conversion events guide; what it leaves to the store is in `EventSettings`. Pure, no I/O; nothing here raises on data.
"""

import logging
import uuid
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeAlias
from urllib.parse import quote, urlsplit

from ..answer_fields import boolean, text
from ..payments.state import payment_state
from .attribution import Attribution, scalar_text
from .items import EventItem, ItemIndex, lines_of, order_items, read, reference_of, rupiah
from .model import Buyer, Conversion, Event, Json, Moment, PixelCall, Provider, Visit
from .settings import EventSettings

if TYPE_CHECKING:
    from nexus_commerce.models import (
        GuestCartBundlePriceOptionItem,
        GuestCartVariantItem,
        StorefrontBundlePriceOptionDetail,
        StorefrontCustomerFacingOrder,
        StorefrontProductDetail,
        StorefrontPublicOrder,
        StorefrontVariant,
    )

    from ..cart.lines import CartLine, CartSnapshot, Item
    from ..checkout.choices import Choices
    from ..checkout.outcomes import Outcome
    from ..money import Money

    Amount: TypeAlias = Money | Decimal | int | str
    Detail: TypeAlias = StorefrontProductDetail | StorefrontBundlePriceOptionDetail | Mapping[str, Any]
    Variant: TypeAlias = StorefrontVariant | EventItem | Mapping[str, Any]
    Line: TypeAlias = (
        CartLine | Item | EventItem | GuestCartVariantItem | GuestCartBundlePriceOptionItem | Mapping[str, Any]
    )
    Lines: TypeAlias = Choices | CartSnapshot | Sequence[Line] | Line
    Order: TypeAlias = Outcome | StorefrontPublicOrder | StorefrontCustomerFacingOrder | Mapping[str, Any]

logger = logging.getLogger("nexus_storefront")

P = ParamSpec("P")


def _harmless(make: Callable[P, Conversion]) -> Callable[P, Conversion]:
    """Whatever is wrong with what it was given: the shopper's action succeeded, and goes on without its event."""

    @wraps(make)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Conversion:
        try:
            return make(*args, **kwargs)
        except Exception as error:
            logger.warning("no conversion event: %s in %s", type(error).__name__, make.__name__)
            return Conversion(make.__name__, skipped=f"failed: {type(error).__name__}")

    return guarded


class Composer:
    """Makes conversions for one store. Every argument may be a model of the client, a facade object or a mapping.

    None, or something in which no product, line or order is found, gives a `Conversion` without events.
    """

    def __init__(self, settings: EventSettings | None = None, index: ItemIndex | None = None) -> None:
        self.settings = settings or EventSettings()
        self.index = index or ItemIndex()

    @_harmless
    def content_view(self, shown: "Detail | None", visit: Visit, *, variant: "Variant | None" = None) -> Conversion:
        """A product or bundle detail was rendered; `variant` is the visible one, else the product's first."""
        self.index.learn(shown)
        variants = read(shown, "variants")
        visible = variant or (variants[0] if isinstance(variants, list) and variants else shown)
        item = self.index.find(visible, quantity=1)
        if item is None and not reference_of(visible) and not text(read(shown, "slug")):
            return Conversion("content_view", skipped="there is no product or bundle detail")
        return self._interaction("content_view", "view_content", [item] if item else [], visit)

    @_harmless
    def add_to_cart(self, line: "Line | None", visit: Visit, *, quantity: int | None = None) -> Conversion:
        """`line` is the cart line as the cart answered it; `quantity` is what was added, if not the whole line."""
        item = self.index.find(line, quantity=quantity)
        if item is None and not reference_of(line):
            return Conversion("add_to_cart", skipped="there is no cart line")
        return self._interaction("add_to_cart", "add_to_cart", [item] if item else [], visit)

    @_harmless
    def checkout_started(
        self, checkout: "Lines | None", visit: Visit, *, buyer: Buyer | None = None, value: "Amount | None" = None
    ) -> Conversion:
        """The checkout page opened: a checkout, a cart, or their lines. `value` defaults to the sum of the lines."""
        return self._checkout("checkout_started", "initiate_checkout", checkout, visit, buyer, value)

    @_harmless
    def payment_method_chosen(
        self, checkout: "Lines | None", visit: Visit, *, buyer: Buyer | None = None, value: "Amount | None" = None
    ) -> Conversion:
        """A payment method was selected. Sends nothing until names are configured for it."""
        return self._checkout("payment_method_chosen", "payment_method", checkout, visit, buyer, value)

    @_harmless
    def order_created(
        self, order: "Order | None", visit: Visit, *, items: "Lines | None" = None, buyer: Buyer | None = None
    ) -> Conversion:
        """The order that checkout answered: the purchase if that is the purchase point, else a submitted order.

        `items` are the checkout's or cart's lines; without them, what the order itself says it holds.
        """
        moment: Moment = "purchase" if self.settings.purchase_point == "order_created" else "order_submitted"
        return self._order(moment, order, visit, items, buyer)

    @_harmless
    def payment_confirmed(
        self, order: "Order | None", visit: Visit, *, items: "Lines | None" = None, buyer: Buyer | None = None
    ) -> Conversion:
        """An order read again after payment: the purchase if that is the purchase point, and only once it is paid."""
        if self.settings.purchase_point != "payment_confirmed":
            return Conversion("purchase", skipped="the purchase point is order_created")
        if not text(read(_order_of(order), "order_id")):
            return Conversion("purchase", skipped="there is no order")
        if payment_state(_order_of(order)) != "paid":
            return Conversion("purchase", skipped="the order is not paid")
        return self._order("purchase", order, visit, items, buyer)

    def _checkout(
        self, moment: Moment, prefix: str, source: object, visit: Visit, buyer: Buyer | None, value: object
    ) -> Conversion:
        items = self._found(source)
        # a checkout of the shopper's cart does not hold the lines itself
        if not items and not any(map(reference_of, lines_of(source))) and not boolean(read(source, "use_cart")):
            return Conversion(moment, skipped="there is no checkout, cart or line")
        return self._interaction(moment, prefix, items, visit, buyer, value)

    def _order(self, moment: Moment, result: object, visit: Visit, lines: object, buyer: Buyer | None) -> Conversion:
        order = _order_of(result)
        order_id = text(read(order, "order_id"))
        if not order_id:
            return Conversion(moment, skipped="there is no order")
        if boolean(read(order, "is_probably_spam")):
            return Conversion(moment, skipped="the order is marked as spam")
        items = self._found(lines) if lines is not None else order_items(order, self.index)
        value = rupiah(read(order, "gross_revenue"))
        value = rupiah(read(order, "total_price")) if value is None else value
        told = Buyer.of_order(order)
        return self._compose(
            moment,
            items,
            visit,
            buyer.over(told) if buyer else told,
            value,
            lambda name: order_event_id(order_id, name),
        )

    def _interaction(
        self,
        moment: Moment,
        prefix: str,
        items: list[EventItem],
        visit: Visit,
        buyer: Buyer | None = None,
        value: object = None,
    ) -> Conversion:
        event_id = new_event_id(prefix)
        return self._compose(moment, items, visit, buyer or Buyer(), rupiah(value), lambda name: event_id)

    def _found(self, source: object) -> list[EventItem]:
        return [item for line in lines_of(source) if (item := self.index.find(line)) is not None]

    def _compose(
        self,
        moment: Moment,
        items: list[EventItem],
        visit: Visit,
        buyer: Buyer,
        value: int | None,
        event_id: Callable[[str], str],
    ) -> Conversion:
        names = self.settings.names[moment]
        of_order = moment in ("purchase", "order_submitted")
        events: list[Event] = []
        for provider in self.settings.providers:
            browser: str | None
            server: str | None
            if provider == "snackvideo":
                browser, server = names.snackvideo_browser, names.snackvideo_server
            else:
                browser = server = names.meta if provider == "meta" else names.tiktok
            name = server or browser
            if name is None:
                continue
            parameters = event_parameters(provider, items, value=value, currency=self.settings.currency)
            identity = event_id(name)
            payload, missing = None, "no server event name is configured"
            if server is not None:
                payload, missing = self._relay(provider, server, identity, parameters, items, visit, buyer)
            events.append(
                Event(
                    provider,
                    name,
                    identity,
                    PixelCall(provider, browser, identity, parameters, of_order) if browser else None,
                    payload,
                    missing if payload is None else None,
                    is_purchase=moment == "purchase",
                    is_order=of_order,
                    user_agent=visit.user_agent,
                    subject=visit.subject,
                )
            )
        return Conversion(moment, tuple(events), None if events else "no event name is configured")

    def _relay(
        self,
        provider: Provider,
        name: str,
        event_id: str,
        parameters: Json,
        items: list[EventItem],
        visit: Visit,
        buyer: Buyer,
    ) -> tuple[Json | None, str]:
        given = visit.page_url or self.settings.page_url
        page = public_url(given)
        if given and page is None:
            return None, "the page URL is not an http(s) URL"
        if page and not is_storefront_page(page, self.settings.domains):
            return None, "the page is not on a storefront domain"
        if provider == "tiktok" and page is None:
            return None, "TikTok needs the page URL"
        if provider == "snackvideo" and not visit.attribution.click_id:
            return None, "SnackVideo needs a click id"
        return (
            relay_payload(
                provider,
                name,
                event_id,
                parameters,
                items=items,
                page_url=page,
                referrer_url=public_url(visit.referrer_url),
                user=user_data(provider, buyer, visit.attribution, self.settings),
                click_id=visit.attribution.click_id,
            ),
            "",
        )


def new_event_id(prefix: str = "evt") -> str:
    """A random id for an interaction: `<prefix>_<uuid4>`."""
    return f"{prefix}_{uuid.uuid4()}"


def order_event_id(order_id: str, event_name: str) -> str:
    """The one id of an order's event, the same on every retry and reload."""
    return f"{scalar_text(order_id)}-{event_name}-FORM"


def event_parameters(
    provider: Provider, items: Sequence[EventItem], *, value: int | None = None, currency: str = "IDR"
) -> Json:
    """The commerce parameters of one event. Amounts in whole rupiah; `value` defaults to the sum of the items."""
    if value is None and items:
        totals = [None if item.unit_price is None else item.unit_price * item.quantity for item in items]
        value = None if None in totals else sum(total for total in totals if total is not None)
    names = {item.name for item in items}
    categories = {item.category for item in items}
    name = names.pop() if len(names) == 1 else None
    category = categories.pop() if len(categories) == 1 else None
    quantity = sum(item.quantity for item in items)
    found: Json
    if provider == "snackvideo":
        found = {
            "content_type": "product",
            "content_category": category,
            "content_name": name,
            "currency": currency,
            "value": value,
            "quantity": quantity or None,
            "price": items[0].unit_price if len(items) == 1 else None,
        }
    elif provider == "tiktok":
        found = {
            "content_id": items[0].unique_id if items else None,
            "content_type": "product",
            "contents": [
                _present({"content_id": item.unique_id, "quantity": item.quantity, "price": item.unit_price})
                for item in items
            ],
            "value": value,
            "currency": currency,
        }
    else:
        found = {
            "content_ids": [item.unique_id for item in items],
            "content_type": "product",
            "contents": [
                _present(
                    {
                        "id": item.unique_id,
                        "quantity": item.quantity,
                        "item_price": item.unit_price,
                        "delivery_category": "home_delivery" if item.physical else None,
                    }
                )
                for item in items
            ],
            "content_name": name,
            "content_category": category,
            "value": value,
            "currency": currency,
            "num_items": quantity or None,
        }
    return _present(found)


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
    event: Json
    if provider == "meta":
        event = {"event_id": event_id, "event_name": name, "parameters": dict(parameters)}
        who: Json = {"user_data": dict(user or {})}
    elif provider == "tiktok":
        event = {"event_id": event_id, "event": name, "parameters": dict(parameters)}
        who = {"user": dict(user or {})}
    else:
        event = {"event_name": name, "properties": dict(parameters)}
        who = {"click_id": click_id}
    body: Json = {"event_source_url": page_url, "referrer_url": referrer_url, **who, "events": [event]}
    for kind in ("variant", "bundle_price_option"):
        lines = [
            {f"{kind}_unique_id": item.unique_id, "quantity": item.quantity} for item in items if item.kind == kind
        ]
        body[f"{kind}s"] = lines or None
    return {key: value for key, value in body.items() if value is not None}


def user_data(provider: Provider, buyer: Buyer, attribution: Attribution, settings: EventSettings) -> Json:
    """What matches the shopper at Meta and TikTok, in plain text. IP and user agent are the service's to observe."""
    email, external_id = _plain(buyer.email), _plain(buyer.external_id)
    phone = phone_digits(buyer.phone, settings.country_code)
    if provider == "tiktok":
        return _present(
            {
                "email": email,
                "phone": phone,
                "external_id": external_id,
                "ttclid": attribution.ttclid,
                "ttp": attribution.ttp,
            }
        )
    first, last = _plain(buyer.first_name), _plain(buyer.last_name)
    if not first and not last:
        first, _, last = (_plain(buyer.name) or "").partition(" ")
    return _present(
        {
            "country": settings.country,
            "em": email,
            "ph": phone,
            "fn": first,
            "ln": last.strip() if last else None,
            "ct": _plain(buyer.city),
            "st": _plain(buyer.province),
            "external_id": external_id,
            "location_id": buyer.location_id,
            "fbc": attribution.fbc,
            "fbp": attribution.fbp,
        }
    )


def phone_digits(phone: str | None, country_code: str = "62") -> str | None:
    """`0812-3456-7890`, `+62 812…` and `812…` as `62812…`; other countries' numbers as their digits after `+`."""
    written = (phone or "").strip()
    digits = "".join(str(int(c)) for c in written if c.isdecimal())
    if written.startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00")
    elif digits.startswith("0") or (digits and not digits.startswith(country_code)):
        digits = country_code + digits.lstrip("0")
    if digits.startswith(country_code + "0"):
        digits = country_code + digits[len(country_code) :].lstrip("0")
    return digits if 8 <= len(digits) <= 15 else None


def public_url(url: str | None) -> str | None:
    """An http(s) URL without query, fragment and user: they carry tokens and mail addresses. None if it is no URL."""
    try:
        parts = urlsplit((url or "").strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
        if parts.scheme not in ("http", "https") or not host:
            return None
        host = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    path = quote(scalar_text(parts.path), safe="/%:@!$&'()*+,;=~-._")
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}{path}"


def is_storefront_page(url: str, domains: Sequence[str]) -> bool:
    """Whether the host is one of the domains or below one; any host if none are configured."""
    host = urlsplit(url).hostname or ""
    known = [public_url(f"https://{domain}") for domain in domains]
    allowed = [urlsplit(domain).hostname or "" for domain in known if domain]
    return not domains or any(host == domain or host.endswith(f".{domain}") for domain in allowed if domain)


def _order_of(result: object) -> object:
    """The order inside the outcome of placing it, or the order itself."""
    inner = read(result, "order")
    return result if inner is None else inner


def _plain(value: str | None) -> str | None:
    return scalar_text(value).strip() or None if value else None


def _present(values: Json) -> Json:
    return {key: value for key, value in values.items() if value not in (None, "", [])}
