"""A web shop: a shelf, a cart for each shopper, a checkout over two requests, and webhooks."""

import os
import secrets
from collections.abc import Callable
from functools import cache

import httpx
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from nexus_storefront import InvalidInput, Money, NotPlaced, Placed, Qris, SqliteStore, Storefront, StorefrontError
from nexus_storefront.webhooks import Inbox, OrderSeen, Receiver, Webhook

FIELDS = ("name", "email", "phone", "subdistrict", "address")
store = SqliteStore(settings.SHOP_STORE)
inbox = Inbox(settings.SHOP_INBOX)
receiver = Receiver(inbox, lambda: [os.environ.get("SCALEV_WEBHOOK_SECRET", "")])


@cache
def http() -> httpx.Client:
    """One for the process, made by the first request: after the server has forked."""
    return httpx.Client()


def shopper(request: HttpRequest) -> Storefront:
    """The shop as this shopper has it. Whoever knows the label is that shopper, so it lives in the signed session."""
    label = request.session.setdefault("shopper", secrets.token_urlsafe(24))
    return Storefront.from_env(store=store, customer=label, http_client=http())


def tell_trouble(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: an input that cannot be right, an answer of the service, or none, as a page of the shop."""

    class Telling:
        def __call__(self, request: HttpRequest) -> HttpResponse:
            return get_response(request)

        def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
            if not isinstance(error, StorefrontError):
                return None
            status = 422 if isinstance(error, InvalidInput) else error.status or 503
            return page(request, "That did not work", str(error), status=status)

    return Telling()


def page(request: HttpRequest, title: str, text: str, *, code: str = "", status: int = 200) -> HttpResponse:
    return render(request, "base.html", {"title": title, "text": text, "code": code}, status=status)


@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    with shopper(request) as shop:
        cards = [card for card in shop.catalog.items(page_size=20).page() if card.entity_type == "product"]
    return render(request, "shelf.html", {"title": "Shelf", "cards": cards})


@require_safe
def product(request: HttpRequest, slug: str) -> HttpResponse:
    with shopper(request) as shop:
        found = shop.catalog.product(slug)
        names = {variant.id: variant.name for variant in found.variants or [] if variant.id}
        offers = shop.catalog.offers(names)
    variants = [{"id": key, "name": names[int(key)], "price": str(offer.price)} for key, offer in offers.items()]
    return render(request, "product.html", {"title": found.name, "variants": variants})


@require_POST
def add(request: HttpRequest, variant_id: int) -> HttpResponse:
    with shopper(request) as shop:
        shop.cart.add(variant_id=variant_id)
    return redirect("/cart")


@require_safe
def cart(request: HttpRequest) -> HttpResponse:
    with shopper(request) as shop:
        found = shop.cart.get()
        methods = [method for method in shop.checkout.payment_methods() if method.enabled is True]
    return render(request, "cart.html", {"title": "Cart", "cart": found, "methods": methods, "fields": FIELDS})


@require_POST
def quote(request: HttpRequest) -> HttpResponse:
    """The first of two requests: what was chosen and what it costs is put away in the session."""
    name, email, phone, subdistrict, address = (request.POST.get(field, "") for field in FIELDS)
    with shopper(request) as shop:
        place = next((place for place in shop.locations.search(subdistrict).page() if place.id), None)
        if place is None or not place.id:
            return page(request, "No such subdistrict", subdistrict, status=422)
        codes = shop.locations.postal_codes(place.id)
        checkout = shop.checkout.start(key=secrets.token_urlsafe(16))
        checkout.set_buyer(name=name, email=email, phone=phone)
        checkout.deliver_to(location_id=place.id, postal_code=codes[0] if codes else None, address=address)
        checkout.pay_with(request.POST.get("method", ""))
        options = checkout.shipping_options()
        checkout.ship_with(min(options, key=lambda option: Money.of(option.cost).or_zero()))
        quoted = checkout.quote()
        request.session["checkout"] = checkout.dump()
    return render(request, "quote.html", {"title": "To pay", "text": str(quoted)})


@require_POST
def order(request: HttpRequest) -> HttpResponse:
    """The second: it is ordered as it was shown, or told what has changed. Pressed twice, it is still one order."""
    kept = request.session.get("checkout")
    if kept is None:
        return page(request, "Nothing to order", "", status=409)
    with shopper(request) as shop:
        match shop.checkout.load(kept).place():
            case Placed(secret_slug=str(slug)):
                pay = shop.orders.instructions(slug)
                code = pay.qr.svg(scale=6).partition("?>")[2] if isinstance(pay, Qris) else ""
                return page(request, "Thank you", str(pay), code=code)
            case Placed(order_id=number):
                return page(request, "Thank you", f"Your order: {number}")
            case NotPlaced(reason=reason):
                return page(request, "Nothing was ordered", reason, status=409)
            case _:
                return page(request, "We are looking for your order", "It is not ordered again.", status=503)


@csrf_exempt
def webhook(request: HttpRequest) -> HttpResponse:
    """Verified and stored; `worker.py` works on it."""
    method = request.method or ""
    reply = receiver.receive(request.body, request.headers) if method == "POST" else receiver.look(method)
    return HttpResponse(reply.text, status=reply.status)


def handle(webhook: Webhook, order: OrderSeen | None) -> None:
    """What follows when the money is there. Called again if it raises, so it has to bear that."""
    if order is not None and order.newly_paid and not order.is_spam:
        print("pack", order.order_id, flush=True)


urlpatterns = [
    path("", shelf),
    path("product/<str:slug>", product),
    path("cart/<int:variant_id>", add),
    path("cart", cart),
    path("quote", quote),
    path("order", order),
    path("webhooks/scalev", webhook),
]
