"""A web shop: a shelf, a cart for each shopper, a checkout over two requests, and webhooks."""

import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import escape
from typing import Annotated
from urllib.parse import parse_qsl

import httpx
from fastapi import Depends, FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from nexus_storefront import AsyncStorefront, InvalidInput, Money, NotPlaced, Placed, Qris, SqliteStore, StorefrontError
from nexus_storefront.webhooks import AsyncWebhookWorker, Inbox, OrderSeen, ReceiverASGI, Webhook
from starlette.middleware.sessions import SessionMiddleware
from starlette.routing import Route

# The same in all workers and after a restart; without it, shoppers lose their carts when the shop is started again.
SECRET = os.environ.get("SHOP_SECRET") or secrets.token_hex()
HTTPS = os.environ.get("SHOP_HTTPS", "1") == "1"
store = SqliteStore(os.environ.get("SHOP_STORE", "shop.sqlite3"))
inbox = Inbox(os.environ.get("SHOP_INBOX", "inbox.sqlite3"))


async def handle(webhook: Webhook, order: OrderSeen | None) -> None:
    """What follows when the money is there. Called again if it raises, so it has to bear that."""
    if order is not None and order.newly_paid and not order.is_spam:
        print("pack", order.order_id, flush=True)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    worker = AsyncWebhookWorker(inbox, handle)
    async with httpx.AsyncClient() as app.state.http:
        worker.start()
        yield
        await worker.stop()


app = FastAPI(lifespan=lifespan)
app.add_middleware(SessionMiddleware, secret_key=SECRET, https_only=HTTPS)
receiver = ReceiverASGI(inbox, lambda: [os.environ.get("SCALEV_WEBHOOK_SECRET", "")])
app.router.routes.append(Route("/webhooks/scalev", receiver))  # a mount would redirect to a slash at the end


async def shopper(request: Request) -> AsyncIterator[AsyncStorefront]:
    """The shop as this shopper has it. Whoever knows the label is that shopper, so it lives in the signed session."""
    label = request.session.setdefault("shopper", secrets.token_urlsafe(24))
    async with AsyncStorefront.from_env(store=store, customer=label, http_client=request.app.state.http) as shop:
        yield shop


async def fields(request: Request) -> dict[str, str]:
    """What was typed into the form."""
    return dict(parse_qsl((await request.body()).decode(errors="replace")))


Shop = Annotated[AsyncStorefront, Depends(shopper)]
Form = Annotated[dict[str, str], Depends(fields)]


def page(title: str, body: str, status: int = 200) -> HTMLResponse:
    head = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    top = f'<!doctype html><html lang="en">{head}<title>{escape(title)}</title>'
    return HTMLResponse(
        f'{top}<nav><a href="/">Shelf</a> <a href="/cart">Cart</a></nav><h1>{escape(title)}</h1>{body}', status
    )


@app.get("/")
async def shelf(shop: Shop) -> HTMLResponse:
    cards = [card for card in await shop.catalog.items(page_size=20).page() if card.entity_type == "product"]
    rows = [f'<li><a href="/product/{escape(str(card.slug))}">{escape(str(card.name))}</a>' for card in cards]
    return page("Shelf", f"<ul>{''.join(rows)}</ul>")


@app.get("/product/{slug}")
async def product(slug: str, shop: Shop) -> HTMLResponse:
    found = await shop.catalog.product(slug)
    variants = {variant.id: variant for variant in found.variants or [] if variant.id}
    offers = await shop.catalog.offers(variants)
    rows = [
        f'<form method=post action="/cart/{number}"><button>{escape(str(variants[int(number)].name))}, {offer.price}'
        "</button></form>"
        for number, offer in offers.items()
    ]
    return page(str(found.name), "".join(rows))


@app.post("/cart/{variant_id}")
async def add(variant_id: int, shop: Shop) -> RedirectResponse:
    await shop.cart.add(variant_id=variant_id)
    return RedirectResponse("/cart", 303)


@app.get("/cart")
async def cart(shop: Shop) -> HTMLResponse:
    found = await shop.cart.get()
    methods = [
        f'<option value="{escape(str(method.code))}">{escape(str(method.label))}'
        for method in await shop.checkout.payment_methods()
        if method.enabled is True
    ]
    names = ("name", "email", "phone", "subdistrict", "address")
    inputs = "".join(f"<p><label>{name}<br><input name={name} required></label>" for name in names)
    form = f"<form method=post action=/quote>{inputs}<p><select name=method>{''.join(methods)}</select><p><button>To the total</button></form>"
    return page("Cart", f"<pre>{escape(str(found))}</pre>" + (form if found.item_count else ""))


@app.post("/quote")
async def quote(request: Request, shop: Shop, form: Form) -> HTMLResponse:
    """The first of two requests: what was chosen and what it costs is put away in the session."""
    places = await shop.locations.search(form.get("subdistrict", "")).page()
    place = next((place for place in places if place.id), None)
    if place is None or not place.id:
        return page("No such subdistrict", '<p><a href="/cart">Back</a>', 422)
    codes = await shop.locations.postal_codes(place.id)
    checkout = await shop.checkout.start(key=secrets.token_urlsafe(16))
    checkout.set_buyer(name=form.get("name", ""), email=form.get("email", ""), phone=form.get("phone"))
    checkout.deliver_to(location_id=place.id, postal_code=codes[0] if codes else None, address=form.get("address", ""))
    checkout.pay_with(form.get("method", ""))
    options = await checkout.shipping_options()
    checkout.ship_with(min(options, key=lambda option: Money.of(option.cost).or_zero()))
    quoted = await checkout.quote()
    request.session["checkout"] = checkout.dump()
    return page(
        "To pay", f"<pre>{escape(str(quoted))}</pre><form method=post action=/order><button>Buy</button></form>"
    )


@app.post("/order")
async def order(request: Request, shop: Shop) -> HTMLResponse:
    """The second: it is ordered as it was shown, or told what has changed. Pressed twice, it is still one order."""
    kept = request.session.get("checkout")
    if kept is None:
        return page("Nothing to order", '<p><a href="/cart">Cart</a>', 409)
    match await shop.checkout.load(kept).place():
        case Placed(secret_slug=str(slug)):
            pay = await shop.orders.instructions(slug)
            code = pay.qr.svg(scale=6) if isinstance(pay, Qris) else ""
            return page("Thank you", f"<pre>{escape(str(pay))}</pre>{code[code.find('<svg') :] if code else ''}")
        case Placed(order_id=number):
            return page("Thank you", f"<p>Your order: {number}")
        case NotPlaced(reason=reason):
            return page("Nothing was ordered", f"<p>{escape(str(reason))}", 409)
        case _:
            return page("We are looking for your order", "<p>It is not ordered again. Reload in two minutes.", 503)


@app.exception_handler(StorefrontError)
async def trouble(request: Request, error: StorefrontError) -> HTMLResponse:
    """An input that cannot be right, an answer of the service, or none."""
    status = 422 if isinstance(error, InvalidInput) else error.status or 503
    return page("That did not work", f"<p>{escape(str(error))}", status)
