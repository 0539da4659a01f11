"""A storefront that runs in the shopper's browser: no server of its own, only the store's API. See docs/browser.md."""

import asyncio
from contextlib import suppress
from urllib.parse import quote as quoted

from js import config, document, history, location, navigator, window
from nexus_storefront import (
    AsyncStorefront,
    BankTransfer,
    Money,
    NotPlaced,
    OtpChallenge,
    Ovo,
    Paid,
    Placed,
    Qris,
    Redirect,
    StorefrontError,
    VirtualAccount,
    Wallet,
)
from pyodide.ffi import create_proxy

shop = AsyncStorefront(config.store, config.key, config.base)
language = "id" if (navigator.language or "id").startswith("id") else "en"
checkout = None  # the one under way
tasks = set()
TEXTS = {
    "add": ("Masukkan ke keranjang", "Add to cart"),
    "added": ("Ada di keranjang.", "It is in the cart."),
    "address": ("Alamat", "Address"),
    "again": ("Coba lagi", "Try again"),
    "all": ("Semua produk", "All products"),
    "bank": ("Transfer ke", "Transfer to"),
    "cart": ("Keranjang", "Cart"),
    "checkout": ("Bayar", "Checkout"),
    "city": ("Kota", "City"),
    "code": ("Kode dari e-mail", "Code from the e-mail"),
    "copied": ("Tersalin.", "Copied."),
    "copy": ("Salin", "Copy"),
    "deliver": ("Kirim ke", "Deliver to"),
    "discount": ("Kode diskon", "Discount code"),
    "district": ("Kecamatan", "Subdistrict"),
    "email": ("E-mail", "E-mail"),
    "empty": ("Keranjang kosong.", "The cart is empty."),
    "forgot": ("Lupa kata sandi", "Forgot the password"),
    "leave": ("Keluar", "Sign out"),
    "look": ("Periksa lagi", "Look again"),
    "mailed": ("Tautan sudah dikirim.", "The link has been sent."),
    "more": ("Tampilkan lagi", "Show more"),
    "name": ("Nama", "Name"),
    "none": ("Tidak ada yang cocok.", "Nothing fits."),
    "open": ("Buka halaman pembayaran", "Open the payment page"),
    "or_choose": ("atau pilih daerah", "or choose the region"),
    "order": ("Pesan dan bayar", "Order and pay"),
    "orders": ("Pesanan saya", "My orders"),
    "paid": ("Sudah dibayar. Terima kasih!", "Paid. Thank you!"),
    "password": ("Kata sandi", "Password"),
    "payment": ("Pembayaran", "Payment"),
    "phone": ("Telepon", "Phone"),
    "place": ("Cari kecamatan", "Search the subdistrict"),
    "postal": ("Kode pos", "Postal code"),
    "price": ("Hitung harga", "Compute the price"),
    "province": ("Provinsi", "Province"),
    "quantity": ("Jumlah", "Quantity"),
    "refused": ("Pesanan tidak dibuat.", "No order was made."),
    "remove": ("Hapus", "Remove"),
    "repeat": ("Ulangi kata sandi", "Repeat the password"),
    "reset": ("Kata sandi baru", "New password"),
    "saved": ("Tersimpan. Silakan masuk.", "Saved. Please sign in."),
    "scan": ("Pindai dengan aplikasi bank atau dompet digital", "Scan it with the app of a bank or wallet"),
    "search": ("Cari produk", "Search products"),
    "ship": ("Pengiriman", "Shipping"),
    "sign_in": ("Masuk", "Sign in"),
    "sold_out": ("Habis", "Sold out"),
    "stock": ("Tersedia", "In stock"),
    "total": ("Total", "Total"),
    "unsure": ("Pesanan mungkin sudah ada. Jangan pesan lagi.", "The order may exist. Do not order again."),
    "variant": ("Pilihan", "Variant"),
    "waiting": ("Menunggu pembayaran…", "Waiting for the payment…"),
}


def t(key):
    return TEXTS[key][0 if language == "id" else 1]


# --- the page


def h(tag, *children, **props):
    """An element; `on_…` are handlers, and a handler that fails says so to the shopper."""
    node = document.createElement(tag)
    for name, value in props.items():
        if name.startswith("on_"):
            node.addEventListener(name[3:], create_proxy(handler(value)))
        elif value is not None and value is not False:
            node.setAttribute(name.rstrip("_").replace("_", "-"), "" if value is True else str(value))
    node.append(*(child for child in children if child is not None))
    return node


def handler(work):
    """What the browser calls: at once, while the event is there; the work goes on by itself."""

    def called(event):
        if event.type != "change":
            event.preventDefault()
        button = event.submitter if event.type == "submit" else event.currentTarget
        task = asyncio.ensure_future(run(event.currentTarget, h("button") if event.type == "change" else button))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    async def run(target, button):
        button.disabled = True
        try:
            await work(target)
        except StorefrontError as error:
            say(getattr(error, "message", None) or str(error))
        finally:
            button.disabled = False

    return called


def say(text):
    document.querySelector("#said").textContent = text
    window.setTimeout(create_proxy(lambda: document.querySelector("#said").replaceChildren()), 6000)


def field(label, name, **props):
    return h("label", label, h("input", name=name, required=props.pop("required", True), **props))


def select(label, options, **props):
    chosen = [h("option", text, value=value) for value, text in options]
    return h("label", label, h("select", h("option", "", value=""), *chosen, **props))


def values(form):
    return {each.name: each.value for each in form.elements if each.name and (each.type != "radio" or each.checked)}


def copied(text):
    async def copy(target):
        await navigator.clipboard.writeText(text)
        say(t("copied"))

    return h(
        "p", h("span", text, class_="big"), " ", h("button", t("copy"), type="button", class_="plain", on_click=copy)
    )


def show(title, *content):
    heading = h("h1", title, tabindex="-1")
    document.title = title
    document.querySelector("#main").replaceChildren(heading, *content)
    heading.focus()


async def menu():
    cart, state = await asyncio.gather(shop.cart.get(), shop.auth.state())
    links = [h("a", f"{t('cart')} ({cart.item_count})", href="#/cart"), " "]
    links.append(h("a", t("orders") if state.signed_in else t("sign_in"), href="#/account"))
    document.querySelector("#menu").replaceChildren(*links)


# --- catalogue


def card(item):
    kind = "b" if item.entity_type == "bundle_price_option" else "p"
    prices = getattr(item, "price_range", None)
    price = Money.of(getattr(prices, "min_", None) or getattr(prices, "min", None) or getattr(item, "price", None))
    note = h("span", str(price) if price.is_known else "", class_="soft")
    gone = None if item.in_stock is not False else h("span", t("sold_out"), class_="bad")
    name = item.name or item.slug
    picture = h("div", name[:1], class_="picture", aria_hidden="true")
    return h(
        "li",
        h("a", picture, h("strong", name), note, gone, href=f"#/{kind}/{quoted(item.slug, safe='')}"),
        class_="card",
    )


async def catalogue():
    listing, cards, cursor = shop.catalog.items(page_size=12), h("ul", class_="grid"), None
    page = await listing.page()
    cards.append(*map(card, page))
    cursor = page.next_cursor

    async def more(target):
        nonlocal cursor
        page = await listing.page(next_cursor=cursor)
        cards.append(*map(card, page))
        cursor = page.next_cursor
        button.hidden = cursor is None

    async def search(target):
        words = target.value.lower()
        found = [item for item in await listing.all() if words in (item.name or "").lower()]
        cards.replaceChildren(*map(card, found))
        button.hidden = True
        if not found:
            say(t("none"))

    button = h("button", t("more"), type="button", class_="plain", on_click=more, hidden=cursor is None)
    show(t("all"), h("label", t("search"), h("input", type="search", on_change=search)), cards, button)


async def product(slug):
    item = await shop.catalog.product(slug)
    variants = [variant for variant in item.variants or [] if variant.id]
    offers = await shop.catalog.offers([variant.id for variant in variants])

    def choice(variant):
        offer = offers.get(variant.id)
        there = offer is not None and offer.available
        stock = t("stock") if there else t("sold_out")
        price = offer.price if offer else Money.of(variant.price)
        radio = h("input", type="radio", name="variant", value=variant.id, required=True, disabled=not there)
        return h("label", radio, h("span", f"{variant.fullname or item.name} · {price} · {stock}"), class_="pick")

    async def add(target):
        wanted = values(target)
        await shop.cart.add(variant_id=wanted["variant"], quantity=int(wanted["quantity"]))
        await menu()
        say(t("added"))

    form = h("form", h("fieldset", h("legend", t("variant")), *map(choice, variants)), on_submit=add)
    form.append(field(t("quantity"), "quantity", type="number", min="1", max="100", value="1"), h("button", t("add")))
    about = h("section", h("p", item.description or "", class_="soft"), form)
    show(
        item.name, h("div", h("div", (item.name or " ")[:1], class_="picture", aria_hidden="true"), about, class_="two")
    )


async def bundle(slug):
    item = await shop.catalog.bundle(slug)

    async def add(target):
        await shop.cart.add(bundle_price_option_id=item.bundle_price_option_id)
        await menu()
        say(t("added"))

    show(item.name, h("section", h("p", str(Money.of(item.price))), h("button", t("add"), type="button", on_click=add)))


async def cart():
    held = await shop.cart.get()

    def line(each):
        async def change(target):
            await shop.cart.change(each, int(target.value))
            await asyncio.gather(cart(), menu())

        async def remove(target):
            await shop.cart.remove(each)
            await asyncio.gather(cart(), menu())

        number = h(
            "input", type="number", min="1", max="100", value=each.quantity, aria_label=t("quantity"), on_change=change
        )
        away = h("button", t("remove"), type="button", class_="plain", on_click=remove)
        return h("div", h("span", each.name or each.type), number, h("span", str(each.total)), away, class_="row")

    if not held:
        show(t("cart"), h("p", t("empty"), class_="soft"), h("a", t("all"), href="#/"))
        return
    total = h("div", h("strong", t("total")), h("strong", str(held.total)), class_="row")
    show(
        t("cart"),
        h("section", *map(line, held), total),
        h("a", h("button", t("checkout"), type="button"), href="#/checkout"),
    )


# --- checkout


async def buy():
    global checkout
    checkout = await shop.checkout.start()
    methods, provinces = await asyncio.gather(shop.checkout.payment_methods(), shop.locations.provinces())
    region, prices = h("div"), h("div", aria_live="polite")
    where = {}

    async def chosen(location_id, names):
        codes = await shop.locations.postal_codes(location_id)
        where.update(location_id=location_id)
        region.replaceChildren(
            h("p", names), select(t("postal"), [(code, code) for code in codes], name="postal", required=True)
        )

    async def search(target):
        found = (await shop.locations.search(target.value, page_size=10).page()).items
        region.replaceChildren(*map(hit, found))
        if not found:
            say(t("none"))

    def hit(place):
        names = place.display or ", ".join(filter(None, (place.subdistrict_name, place.city_name, place.province_name)))

        async def take(target):
            await chosen(place.id, names)

        return h("button", names, type="button", class_="plain", on_click=take)

    async def province(target):
        cities = await shop.locations.cities(target.value)
        region.replaceChildren(select(t("city"), [(each.city_id, each.city_name) for each in cities], on_change=city))

    async def city(target):
        places = {str(each.id): each async for each in shop.locations.subdistricts(target.value)}

        async def district(target):
            place = places[target.value]
            await chosen(place.id, place.subdistrict_name)

        options = [(number, each.subdistrict_name) for number, each in places.items()]
        region.append(select(t("district"), options, on_change=district))

    async def price(target):
        said = values(target)
        if not checkout.customer:
            checkout.set_buyer(name=said["name"], email=said["email"], phone=said["phone"])
        checkout.deliver_to(**where, postal_code=said["postal"], address=said["address"])
        checkout.pay_with(said["payment"])
        checkout.use_discount(said["discount"] or None)
        options = await checkout.shipping_options()
        ways = [h("legend", t("ship"))]
        for number, option in enumerate(options):
            radio = h("input", type="radio", name="way", value=number, required=True)
            text = f"{option.name or option.courier_code} · {Money.of(option.cost)} · {option.etd or ''}"
            ways.append(h("label", radio, h("span", text), class_="pick"))
        total = h("p", class_="big")

        async def ship(target):
            checkout.ship_with(options[int(target.querySelector(":checked").value)])
            total.textContent = f"{t('total')} {(await checkout.quote()).total}"

        prices.replaceChildren(
            h("fieldset", *ways, on_change=ship), total, h("button", t("order"), type="button", on_click=order)
        )
        prices.scrollIntoView()

    who = [
        field(t("name"), "name", autocomplete="name"),
        field(t("email"), "email", type="email", autocomplete="email"),
    ]
    who.append(field(t("phone"), "phone", type="tel", autocomplete="tel"))
    places = [(each.province_id, each.province_name) for each in provinces]
    codes = [(method.code, method.label or method.code) for method in methods if method.enabled is not False]
    form = h(
        "form",
        h(
            "section",
            *([] if checkout.customer else who),
            field(t("address"), "address", autocomplete="street-address"),
        ),
        h(
            "fieldset",
            h("legend", t("deliver")),
            h("label", t("place"), h("input", type="search", on_change=search)),
            select(f"{t('or_choose')}: {t('province')}", places, on_change=province),
            region,
        ),
        h(
            "section",
            select(t("payment"), codes, name="payment", required=True),
            field(t("discount"), "discount", required=False),
        ),
        h("button", t("price")),
        on_submit=price,
    )
    show(t("checkout"), h("div", form, prices, class_="two"))


async def order(target):
    outcome = await checkout.place()
    await menu()
    if isinstance(outcome, Placed):
        location.hash = f"#/order/{outcome.secret_slug}" if outcome.secret_slug else "#/account"
    elif isinstance(outcome, NotPlaced):
        say(f"{t('refused')} {outcome.error or ''}")
    else:
        say(t("unsure"))


# --- paying


def paying(pay):
    """How to pay, as the method wants it."""
    match pay:
        case Paid():
            return [h("p", t("paid"), class_="big")]
        case Qris():
            code = h("div", class_="qr", role="img", aria_label="QRIS")
            code.innerHTML = pay.qr.svg(scale=6)
            return [h("p", t("scan")), code]
        case VirtualAccount():
            return [h("p", f"{t('bank')} {pay.bank}"), copied(pay.number)]
        case BankTransfer():
            return [
                h("div", h("p", f"{each.bank} · {each.holder}"), copied(each.number or "")) for each in pay.accounts
            ]
        case Wallet():
            return [h("p", h("a", t("open"), href=action.url)) for action in pay.actions]
        case Redirect():
            return [h("p", h("a", t("open"), href=pay.url))]
        case Ovo():
            return [h("p", f"OVO: {pay.phone}")]
    return [h("p", h("a", t("open"), href=pay.hosted_url)) if pay.hosted_url else h("p", pay.label)]


async def paid(slug):
    here, pay = location.hash, await shop.orders.instructions(slug)

    async def look(target):
        await paid(slug)

    again = h("button", t("look"), type="button", class_="plain", on_click=look)
    status = h("p", t("waiting"), class_="soft", role="status")
    amount = h("p", str(pay.amount), class_="big")
    show(
        pay.label or t("payment"),
        h("section", amount, *paying(pay)),
        *([] if isinstance(pay, Paid) else [status, again]),
    )
    if not isinstance(pay, Paid):
        end = await shop.orders.wait_for_payment(slug, within=3600, every=3, stop=lambda: location.hash != here)
        if location.hash == here:
            show(t("paid") if end.paid else end.state, h("section", h("p", str(pay.amount), class_="big")))


# --- the customer


async def account():
    if not (await shop.auth.state()).signed_in:
        show(t("sign_in"), h("div", h("form", *sign_in_fields(), on_submit=sign_in), class_="two"))
        return
    listed = (await shop.orders.mine(page_size=20).page()).items
    rows = [
        h(
            "div",
            h("span", each.order_id or ""),
            h("span", str(Money.of(each.gross_revenue))),
            h("span", each.status or ""),
            class_="row",
        )
        for each in listed
    ]

    async def leave(target):
        await shop.auth.logout()
        await asyncio.gather(account(), menu())

    away = h("button", t("leave"), type="button", class_="plain", on_click=leave)
    show(t("orders"), h("section", *rows or [h("p", t("none"))]), away)


def sign_in_fields():
    async def forgot(target):
        email = document.querySelector("[name=email]").value
        await shop.auth.request_password_reset(email, origin=location.origin)
        say(t("mailed"))

    yield field(t("email"), "email", type="email", autocomplete="email")
    yield field(t("password"), "password", type="password", autocomplete="current-password")
    yield h("button", t("sign_in"))
    yield " "
    yield h("button", t("forgot"), type="button", class_="plain", on_click=forgot)


async def sign_in(target):
    said = values(target)
    answer = await shop.auth.login(said["email"], said["password"])
    if isinstance(answer, OtpChallenge):

        async def verify(target):
            await answer.verify(values(target)["code"])
            await asyncio.gather(account(), menu())

        code = field(t("code"), "code", inputmode="numeric", autocomplete="one-time-code")
        show(t("sign_in"), h("form", h("p", answer.message), code, h("button", t("sign_in")), on_submit=verify))
        return
    await asyncio.gather(account(), menu())


async def reset():
    token = shop.auth.token_from_reset_link(location.href)
    history.replaceState(None, "", location.pathname)  # the token is in no history

    async def save(target):
        said = values(target)
        await shop.auth.save_password(token, said["password"], said["again"])
        say(t("saved"))
        location.hash = "#/account"

    new = {"type": "password", "autocomplete": "new-password"}
    fields = field(t("password"), "password", **new), field(t("repeat"), "again", **new)
    show(t("reset"), h("form", *fields, h("button", t("reset")), on_submit=save))


# --- where we are

ROUTES = {"p": product, "b": bundle, "cart": cart, "checkout": buy, "order": paid, "account": account}


async def route(event=None):
    name, *rest = location.hash.removeprefix("#/").split("/")
    try:
        await ROUTES.get(name, catalogue)(*map(window.decodeURIComponent, rest))
    except StorefrontError as error:
        show(t("again"), h("p", getattr(error, "message", None) or str(error)), h("a", t("all"), href="#/"))


window.addEventListener("hashchange", create_proxy(route))
shop.auth.on_signed_out(lambda reason: window.setTimeout(create_proxy(menu), 0))
document.documentElement.lang = language
with suppress(StorefrontError):
    await menu()  # noqa: F704 - the page runs this as a coroutine
await (reset() if "token=" in location.search else route())  # noqa: F704
