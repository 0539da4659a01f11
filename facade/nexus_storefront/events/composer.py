"""Conversion events of one shopper action: what the browser's pixel and the store's relay get.

Moments, event names, parameters and ids follow the advertising conversion events guide; what it leaves to the store is
in `EventSettings`. Pure, no I/O; nothing here raises on data.
"""

import uuid
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeAlias

from ..answer_fields import boolean, items_of, text
from ..errors import InvalidInput
from ..frames import with_bare_errors
from ..log import logger
from ..payments.state import payment_state
from .items import EventItem, ItemIndex, order_items, reference_of, shown_lines
from .model import Buyer, Conversion, Event, Moment, PixelCall, Visit
from .providers import PLATFORMS, event_parameters, relay_payload, user_data
from .reading import first, is_storefront_page, public_url, read, rupiah, scalar_text
from .settings import EventSettings

if TYPE_CHECKING:
    from nexus_commerce import models

    from ..cart.lines import CartLine, CartSnapshot, Item
    from ..checkout.choices import Choices
    from ..checkout.outcomes import Outcome
    from ..money import Money

    Amount: TypeAlias = Money | Decimal | int | str
    Said: TypeAlias = Mapping[str, Any]
    Detail: TypeAlias = models.StorefrontProductDetail | models.StorefrontBundlePriceOptionDetail | Said
    Variant: TypeAlias = models.StorefrontVariant | EventItem | Said
    CartItem: TypeAlias = models.GuestCartVariantItem | models.GuestCartBundlePriceOptionItem
    GoodsLine: TypeAlias = CartLine | Item | EventItem | CartItem | Said
    Goods: TypeAlias = Choices | CartSnapshot | Sequence[GoodsLine] | GoodsLine
    Order: TypeAlias = Outcome | models.StorefrontPublicOrder | models.StorefrontCustomerFacingOrder | Said


P = ParamSpec("P")

# The prefixes of the ids of interactions.
_PREFIXES: Mapping[Moment, str] = {
    "content_view": "view_content",
    "add_to_cart": "add_to_cart",
    "checkout_started": "initiate_checkout",
    "payment_method_chosen": "payment_method",
}


def _harmless(make: Callable[P, Conversion]) -> Callable[P, Conversion]:
    """A decorator: any error gives a `Conversion` without events, so that the shopper's action goes on."""

    @wraps(make)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Conversion:
        try:
            return make(*args, **kwargs)
        except Exception as error:
            why = str(error) if isinstance(error, InvalidInput) else type(error).__name__
            logger.warning("no conversion event: %s in %s", why, make.__name__)
            return Conversion(make.__name__, skipped=f"failed: {why}")

    return guarded


@with_bare_errors
class Composer:
    """Makes conversions for one store. Every argument may be a model of the client, a facade object or a mapping.

    None, or something in which no product, line or order is found, gives a `Conversion` without events.
    """

    def __init__(self, settings: EventSettings | None = None, index: ItemIndex | None = None) -> None:
        if not isinstance(settings, EventSettings | None) or not isinstance(index, ItemIndex | None):
            raise InvalidInput("settings must be EventSettings(…), and index an ItemIndex")
        self.settings = settings or EventSettings()
        self.index = index or ItemIndex()

    @_harmless
    def content_view(self, shown: "Detail | None", visit: Visit, *, variant: "Variant | None" = None) -> Conversion:
        """The event that a product or bundle detail was rendered; `variant` is the visible one, else the first."""
        self.index.learn(shown)
        visible = variant or next(iter(items_of(read(shown, "variants"))), shown)
        item = self.index.find(visible, quantity=1)
        if item is None and not reference_of(visible) and not text(read(shown, "slug")):
            return Conversion("content_view", skipped="there is no product or bundle detail")
        return self._compose("content_view", [item] if item else [], visit)

    @_harmless
    def add_to_cart(self, line: "GoodsLine | None", visit: Visit, *, quantity: int | None = None) -> Conversion:
        """The event that something was put into the cart. `line` is the cart line as the cart answered it; `quantity`
        is how many pieces were added, if not the whole line."""
        item = self.index.find(line, quantity=quantity)
        if item is None and not reference_of(line):
            return Conversion("add_to_cart", skipped="there is no cart line")
        return self._compose("add_to_cart", [item] if item else [], visit)

    @_harmless
    def checkout_started(
        self, checkout: "Goods | None", visit: Visit, *, buyer: Buyer | None = None, value: "Amount | None" = None
    ) -> Conversion:
        """The event that the checkout page opened, with a checkout, a cart, or their lines. `value`, in rupiah,
        defaults to the sum of the lines."""
        return self._checkout("checkout_started", checkout, visit, buyer, value)

    @_harmless
    def payment_method_chosen(
        self, checkout: "Goods | None", visit: Visit, *, buyer: Buyer | None = None, value: "Amount | None" = None
    ) -> Conversion:
        """The event that a payment method was selected. There is none until `EventSettings.names` has a name for it."""
        return self._checkout("payment_method_chosen", checkout, visit, buyer, value)

    @_harmless
    def order_created(
        self, order: "Order | None", visit: Visit, *, items: "Goods | None" = None, buyer: Buyer | None = None
    ) -> Conversion:
        """The event of an order that a checkout made: the purchase if that is the purchase point, else a submitted
        order.

        `items` are the checkout's or cart's lines; without them, what the order itself says it holds.
        """
        moment: Moment = "purchase" if self.settings.purchase_point == "order_created" else "order_submitted"
        return self._order(moment, order, visit, items, buyer)

    @_harmless
    def payment_confirmed(
        self, order: "Order | None", visit: Visit, *, items: "Goods | None" = None, buyer: Buyer | None = None
    ) -> Conversion:
        """The event of an order that was read again after payment: the purchase, if that is the purchase point and the
        order is paid."""
        if self.settings.purchase_point != "payment_confirmed":
            return Conversion("purchase", skipped="the purchase point is order_created")
        found = _order_of(order)
        if text(read(found, "order_id")) and payment_state(found) != "paid":
            return Conversion("purchase", skipped="the order is not paid")
        return self._order("purchase", order, visit, items, buyer)

    def _checkout(self, moment: Moment, source: object, visit: Visit, buyer: Buyer | None, value: object) -> Conversion:
        items = self.index.find_all(shown_lines(source))
        # a checkout of the shopper's cart does not hold the lines itself
        if not items and not any(map(reference_of, shown_lines(source))) and not boolean(read(source, "use_cart")):
            return Conversion(moment, skipped="there is no checkout, cart or line")
        return self._compose(moment, items, visit, buyer, rupiah(value))

    def _order(self, moment: Moment, result: object, visit: Visit, lines: object, buyer: Buyer | None) -> Conversion:
        order = _order_of(result)
        order_id = text(read(order, "order_id"))
        if not order_id:
            return Conversion(moment, skipped="there is no order")
        if boolean(read(order, "is_probably_spam")):
            return Conversion(moment, skipped="the order is marked as spam")
        items = order_items(order, self.index) if lines is None else self.index.find_all(shown_lines(lines))
        known_buyer = (buyer or Buyer()).over(Buyer.of_order(order))
        return self._compose(
            moment, items, visit, known_buyer, first(rupiah, order, "gross_revenue", "total_price"), order_id
        )

    def _compose(
        self,
        moment: Moment,
        items: list[EventItem],
        visit: Visit,
        buyer: Buyer | None = None,
        value: int | None = None,
        order_id: str | None = None,
    ) -> Conversion:
        """One event for each provider that has a name for the moment. `order_id` makes it an order's own."""
        if not isinstance(visit, Visit):
            raise InvalidInput("visit must be a Visit, as Visit(page_url)")
        settings, seen = self.settings, visit.attribution
        (page, unsendable), referrer = self._page(visit), public_url(visit.referrer_url)
        fresh = "" if order_id else new_event_id(_PREFIXES[moment])
        body = partial(relay_payload, items=items, page_url=page, referrer_url=referrer, click_id=seen.click_id)
        whose = {"user_agent": visit.user_agent, "subject": visit.subject}
        events: list[Event] = []
        for provider in settings.providers:
            browser, server = settings.names[moment].of(provider)
            name = server or browser
            if name is None:
                continue
            event_id = order_event_id(order_id, name) if order_id else fresh
            parameters = event_parameters(provider, items, value=value, currency=settings.currency)
            user = user_data(provider, buyer or Buyer(), seen, settings.country, settings.country_code)
            payload = body(provider, name, event_id, parameters, user=user)
            why = unsendable or (PLATFORMS[provider].lacks(payload) if server else "no server event name is configured")
            pixel = PixelCall(provider, browser, event_id, parameters, bool(order_id)) if browser else None
            sent = None if why else payload
            events.append(
                Event(provider, name, event_id, pixel, sent, why, moment == "purchase", bool(order_id), **whose)
            )
        return Conversion(moment, tuple(events), None if events else "no event name is configured")

    def _page(self, visit: Visit) -> tuple[str | None, str | None]:
        """The page that an event names, and why no server event may go out from there."""
        given = visit.page_url or self.settings.page_url
        page = public_url(given)
        if given and page is None:
            return None, "the page URL is not an http(s) URL"
        if page and not is_storefront_page(page, self.settings.domains):
            return None, "the page is not on a storefront domain"
        return page, None


def new_event_id(prefix: str = "evt") -> str:
    """A random id for an interaction: `<prefix>_<uuid4>`."""
    return f"{prefix}_{uuid.uuid4()}"


def order_event_id(order_id: str, event_name: str) -> str:
    """The one id of an order's event, the same on every retry and reload."""
    if not text(order_id):
        raise InvalidInput("an order's event needs its order_id")
    return f"{scalar_text(str(order_id))}-{event_name}-FORM"


def _order_of(result: object) -> object:
    """The order inside the outcome of placing it, or the order itself."""
    inner = read(result, "order")
    return result if inner is None else inner
