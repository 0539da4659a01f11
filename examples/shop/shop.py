"""A storefront that runs in the shopper's browser: no server of its own, only the store's API. See docs/browser.md."""

import asyncio
from contextlib import suppress
from traceback import format_exception
from urllib.parse import quote as quoted

from js import config, console, document, history, location, navigator, window
from nexus_storefront import (
    AsyncStorefront,
    BankTransfer,
    Money,
    NotPlaced,
    NotSignedIn,
    OtpChallenge,
    Ovo,
    Paid,
    Placed,
    Qris,
    Redirect,
    SessionLost,
    StorefrontError,
    VirtualAccount,
    Wallet,
    payment_state,
)
from nexus_storefront.events import EventSettings, PixelSettings, page_visit, show_pixels
from pyodide.ffi import JsException, create_proxy


def kept(name):
    """What this page keeps of its own; nothing where the browser keeps nothing for it."""
    with suppress(JsException):
        return window.localStorage.getItem(name)


def keep(name, value):
    memory[name] = value
    with suppress(JsException):
        window.localStorage.setItem(name, value)


memory = {name: kept(name) for name in ("ads", "language")}  # whether the shopper agreed to be counted; "id" or "en"
language = memory["language"] or ("id" if (navigator.language or "id").startswith("id") else "en")
shop = AsyncStorefront(
    config.store,
    config.key,
    config.base,
    events=EventSettings(
        providers=["meta"],
        pixels=PixelSettings(meta=list(config.pixels)),
        consent=lambda provider, subject: memory["ads"] == "yes",
    ),
)
checkout = None  # the one under way
tasks = set()
TEXTS = {
    "add": ("Masukkan ke keranjang", "Add to cart"),
    "added": ("Ada di keranjang.", "It is in the cart."),
    "address": ("Alamat", "Address"),
    "again": ("Tidak berhasil", "That did not work"),
    "agree": ("Boleh", "Yes"),
    "all": ("Semua produk", "All products"),
    "ask": (
        "Bolehkah toko ini mencatat apa yang Anda lihat dan beli, untuk iklan di Meta?",
        "May this shop count what you look at and buy, for its advertisements at Meta?",
    ),
    "bank": ("Transfer ke", "Transfer to"),
    "cart": ("Keranjang", "Cart"),
    "checkout": ("Lanjut ke pembayaran", "Checkout"),
    "choose": ("— pilih —", "— choose —"),
    "city": ("Kota", "City"),
    "closed": ("Ditutup", "Closed"),
    "code": ("Kode dari e-mail", "Code from the e-mail"),
    "copied": ("Tersalin.", "Copied."),
    "copy": ("Salin", "Copy"),
    "deliver": ("Kirim ke", "Deliver to"),
    "discount": ("Kode diskon", "Discount code"),
    "district": ("Kecamatan", "Subdistrict"),
    "email": ("E-mail", "E-mail"),
    "empty": ("Keranjang kosong.", "The cart is empty."),
    "failed": ("Pembayaran tidak cocok", "The payment does not fit"),
    "fault": ("Ada yang salah; coba lagi.", "Something went wrong; try again."),
    "forgot": ("Lupa kata sandi", "Forgot the password"),
    "language": ("English", "Bahasa Indonesia"),
    "leave": ("Keluar", "Sign out"),
    "look": ("Periksa lagi", "Look again"),
    "mailed": ("Tautan sudah dikirim.", "The link has been sent."),
    "more": ("Tampilkan lagi", "Show more"),
    "name": ("Nama", "Name"),
    "no": ("Tidak", "No"),
    "none": ("Tidak ada yang cocok.", "Nothing fits."),
    "no_orders": ("Belum ada pesanan.", "There are no orders yet."),
    "open": ("Menunggu pembayaran", "Not paid yet"),
    "or_choose": ("atau pilih daerah", "or choose the region"),
    "order": ("Pesan dan bayar", "Order and pay"),
    "orders": ("Pesanan saya", "My orders"),
    "paid": ("Sudah dibayar", "Paid"),
    "pay_there": ("Buka halaman pembayaran", "Open the payment page"),
    "password": ("Kata sandi", "Password"),
    "payment": ("Pembayaran", "Payment"),
    "phone": ("Telepon", "Phone"),
    "place": ("Cari kecamatan", "Search the subdistrict"),
    "placed": ("Pesanan", "Order"),
    "postal": ("Kode pos", "Postal code"),
    "price": ("Hitung ongkos kirim", "Compute shipping"),
    "province": ("Provinsi", "Province"),
    "quantity": ("Jumlah", "Quantity"),
    "refused": ("Pesanan tidak dibuat.", "No order was made."),
    "remove": ("Hapus", "Remove"),
    "repeat": ("Ulangi kata sandi", "Repeat the password"),
    "reset": ("Kata sandi baru", "New password"),
    "saved": ("Tersimpan. Silakan masuk.", "Saved. Please sign in."),
    "removed": ("Sudah dihapus.", "It is removed."),
    "scan": ("Pindai dengan aplikasi bank atau dompet digital", "Scan it with the app of a bank or wallet"),
    "search": ("Cari produk", "Search products"),
    "ship": ("Pengiriman", "Shipping"),
    "sign_in": ("Masuk", "Sign in"),
    "sold_out": ("Habis", "Sold out"),
    "stock": ("Tersedia", "In stock"),
    "thanks": ("Sudah dibayar. Terima kasih!", "Paid. Thank you!"),
    "total": ("Total", "Total"),
    "unsure": ("Pesanan mungkin sudah ada. Jangan pesan lagi.", "The order may exist. Do not order again."),
    "variant": ("Pilihan", "Variant"),
    "waiting": ("Menunggu pembayaran…", "Waiting for the payment…"),
    "where": ("Pilih kecamatan dan kode pos.", "Choose the subdistrict and the postal code."),
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
        go_on(run(event.currentTarget, h("button") if event.type == "change" or not button else button))

    async def run(target, button):
        button.disabled = True
        try:
            await work(target)
        except Exception as error:
            say(words(error), stays=True)
        finally:
            button.disabled = False

    return called


def go_on(work):
    task = asyncio.ensure_future(work)
    tasks.add(task)
    task.add_done_callback(tasks.discard)


def words(error):
    """For the shopper; what nobody expected is told to who reads the console."""
    if isinstance(error, StorefrontError):
        return getattr(error, "message", None) or str(error)
    console.error("".join(format_exception(error)))
    return t("fault")


def say(text, stays=False):
    """To everybody, also to who cannot see: `#said` is a live region."""
    said = document.querySelector("#said")
    said.textContent = text
    window.clearTimeout(memory.pop("saying", None))
    if not stays:
        memory["saying"] = window.setTimeout(create_proxy(lambda: said.replaceChildren()), 6000)


def field(label, name, **props):
    return h("label", label, h("input", name=name, required=props.pop("required", True), **props))


def select(label, options, **props):
    chosen = [h("option", text, value=value) for value, text in options]
    return h("label", label, h("select", h("option", t("choose"), value=""), *chosen, **props))


def values(form):
    return {each.name: each.value for each in form.elements if each.name and (each.type != "radio" or each.checked)}


def copied(text):
    async def copy(target):
        await navigator.clipboard.writeText(text)
        say(t("copied"))

    button = h("button", t("copy"), type="button", class_="plain", aria_label=f"{t('copy')} {text}", on_click=copy)
    return h("p", h("span", text, class_="big"), button, class_="side")


def show(title, *content):
    """A page anew, from its heading on, which is read out."""
    heading = h("h1", title, tabindex="-1")
    document.title = f"{title} · Kopi Nusantara"
    document.querySelector("#main").replaceChildren(heading, *content)
    heading.focus()


async def menu():
    cart, state = await asyncio.gather(shop.cart.get(), shop.auth.state())

    async def other(target):
        global language
        language = "en" if language == "id" else "id"
        keep("language", language)
        await asyncio.gather(route(), menu())

    document.documentElement.lang = language
    document.querySelector(".skip").textContent = document.querySelector("h1").textContent
    document.querySelector("#menu").replaceChildren(
        h("a", t("language"), href="#", lang="en" if language == "id" else "id", on_click=other),
        h("a", t("orders") if state.signed_in else t("sign_in"), href="#/account"),
        h("a", f"{t('cart')} ({cart.item_count})", href="#/cart"),
    )
    ask()


def ask():
    """Whether the shopper may be counted: nothing is, as long as they have not said yes."""

    def said(value):
        async def answer(target):
            keep("ads", value)
            ask()
            document.querySelector("h1").focus()

        return answer

    yes = h("button", t("agree"), type="button", class_="plain", on_click=said("yes"))
    no = h("button", t("no"), type="button", class_="plain", on_click=said("no"))
    asked = [] if memory["ads"] else [h("aside", h("p", t("ask"), id="asked"), yes, no, aria_labelledby="asked")]
    document.querySelector("#ask").replaceChildren(*asked)


def tell(make, *what):
    """A conversion event and its pixels, if the shopper has agreed; without an answer nothing is read or set."""
    conversion = make(*what, page_visit(allowed=memory["ads"] == "yes"))
    shop.events.send(conversion)
    show_pixels(shop.events.render(conversion))


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
    listing, cards, found = (
        shop.catalog.items(page_size=12),
        h("ul", class_="grid"),
        h("p", class_="soft", role="status"),
    )
    page = await listing.page()
    cards.append(*map(card, page))
    cursor = page.next_cursor

    async def more(target):
        nonlocal cursor
        page = await listing.page(next_cursor=cursor)
        new = [card(item) for item in page]
        cards.append(*new)
        cursor = page.next_cursor
        button.hidden = cursor is None
        new[0].querySelector("a").focus()

    async def search(target):
        words = target.value.lower()
        fits = [item for item in await listing.all() if words in (item.name or "").lower()]
        cards.replaceChildren(*map(card, fits))
        button.hidden = True
        found.textContent = f"{len(fits)} · {target.value}" if fits else t("none")

    button = h("button", t("more"), type="button", class_="plain", on_click=more, hidden=cursor is None)
    wanted = h("label", t("search"), h("input", type="search", on_change=search), class_="narrow")
    show(t("all"), wanted, found, cards, button)


def offered(item, about, add):
    """A product or bundle, and the form that puts it into the cart."""

    async def put(target):
        held = await add(values(target))
        say(t("added"))
        await menu()
        tell(shop.events.add_to_cart, held)

    number = field(t("quantity"), "quantity", type="number", inputmode="numeric", min="1", max="100", value="1")
    form = h("form", about, number, h("button", t("add")), on_submit=put)
    picture = h("div", (item.name or " ")[:1], class_="picture", aria_hidden="true")
    text = h("p", item.description, class_="soft") if getattr(item, "description", None) else None
    show(item.name, h("div", picture, h("section", text, form), class_="two"))
    tell(shop.events.content_view, item)


async def product(slug):
    item = await shop.catalog.product(slug)
    variants = [variant for variant in item.variants or [] if variant.id]
    offers = await shop.catalog.offers([variant.id for variant in variants])

    def choice(variant):
        offer = offers.get(variant.id)
        there = offer is not None and offer.available
        price = offer.price if offer else Money.of(variant.price)
        name = (variant.fullname or item.name).removeprefix(f"{item.name} - ")
        radio = h("input", type="radio", name="variant", value=variant.id, required=True, disabled=not there)
        stock = h("small", t("stock") if there else t("sold_out"))
        return h("label", radio, h("span", name), h("strong", str(price)), stock, class_="pick")

    async def add(wanted):
        held = await shop.cart.add(variant_id=wanted["variant"], quantity=int(wanted["quantity"]))
        return next((line for line in held if str(line.variant_id) == wanted["variant"]), None)

    offered(item, h("fieldset", h("legend", t("variant")), *map(choice, variants)), add)


async def bundle(slug):
    item = await shop.catalog.bundle(slug)

    async def add(wanted):
        number = item.bundle_price_option_id
        held = await shop.cart.add(bundle_price_option_id=number, quantity=int(wanted["quantity"]))
        return next((line for line in held if line.bundle_price_option_id == number), None)

    offered(item, h("p", str(Money.of(item.price)), class_="big"), add)


async def cart():
    held = await shop.cart.get()

    def line(each):
        total = h("span", str(each.total), class_="sum")

        async def change(target):
            now = await shop.cart.change(each, int(target.value))
            new = next((one for one in now if one.key == each.key), None)
            total.textContent, sum_.textContent = str(new.total) if new else "", str(now.total)
            say(f"{t('total')} {now.total}")
            await menu()

        async def remove(target):
            await shop.cart.remove(each)
            await asyncio.gather(cart(), menu())
            say(t("removed"))

        name = each.name or each.type
        number = {"type": "number", "inputmode": "numeric", "min": "1", "max": "100", "value": each.quantity}
        quantity = h("input", **number, aria_label=f"{t('quantity')}: {name}", on_change=change)
        label = f"{t('remove')}: {name}"
        away = h("button", t("remove"), type="button", class_="plain", aria_label=label, on_click=remove)
        return h("div", h("span", name), total, quantity, away, class_="row line")

    if not held:
        show(t("cart"), h("p", t("empty"), class_="soft"), h("a", t("all"), href="#/"))
        return
    sum_ = h("strong", str(held.total))
    rows = h("section", *map(line, held), h("div", h("strong", t("total")), sum_, class_="row"))
    show(t("cart"), rows, h("a", t("checkout"), href="#/checkout", class_="button"))


# --- checkout


async def buy():
    global checkout
    held = await shop.cart.get()
    if not held:
        await cart()
        return
    checkout = await shop.checkout.start()
    methods, provinces = await asyncio.gather(shop.checkout.payment_methods(), shop.locations.provinces())
    cities, districts, region, prices = h("div"), h("div"), h("div", aria_live="polite"), h("div")
    where = {}

    async def chosen(location_id, names):
        codes = await shop.locations.postal_codes(location_id)
        where.update(location_id=location_id)
        postal = select(t("postal"), [(code, code) for code in codes], name="postal", required=True)
        region.replaceChildren(h("p", h("strong", names)), postal)
        postal.querySelector("select").focus()

    async def search(target):
        found = (await shop.locations.search(target.value, page_size=10).page()).items
        region.replaceChildren(*map(hit, found))
        if not found:
            say(t("none"))

    def hit(place):
        names = place.display or ", ".join(filter(None, (place.subdistrict_name, place.city_name, place.province_name)))

        async def take(target):
            await chosen(place.id, names)

        return h("button", names, type="button", class_="plain place", on_click=take)

    async def province(target):
        found = await shop.locations.cities(target.value) if target.value else []
        cities.replaceChildren(select(t("city"), [(each.city_id, each.city_name) for each in found], on_change=city))
        districts.replaceChildren()

    async def city(target):
        found = {str(each.id): each async for each in shop.locations.subdistricts(target.value)} if target.value else {}

        async def district(target):
            if target.value:
                await chosen(found[target.value].id, found[target.value].subdistrict_name)

        options = [(number, each.subdistrict_name) for number, each in found.items()]
        districts.replaceChildren(select(t("district"), options, on_change=district))

    async def price(target):
        said = values(target)
        if not said.get("postal"):
            say(t("where"), stays=True)
            target.querySelector("[type=search]").focus()
            return
        if not checkout.customer:
            checkout.set_buyer(name=said["name"], email=said["email"], phone=said["phone"])
        checkout.deliver_to(**where, postal_code=said["postal"], address=said["address"])
        checkout.pay_with(said["payment"])
        checkout.use_discount(said["discount"] or None)
        options = await checkout.shipping_options()
        ways = [h("legend", t("ship"))]
        for number, option in enumerate(options):
            radio = h("input", type="radio", name="way", value=number, required=True)
            name, cost = h("span", option.name or option.courier_code), h("strong", str(Money.of(option.cost)))
            ways.append(h("label", radio, name, cost, h("small", option.etd or ""), class_="pick"))
        total, pay = h("p", class_="big", role="status"), h("button", t("order"), type="button", on_click=order)
        pay.hidden = True

        async def ship(target):
            checkout.ship_with(options[int(target.querySelector(":checked").value)])
            quote = await checkout.quote()
            total.textContent = f"{t('total')} {quote.total}"
            pay.hidden = False

        prices.replaceChildren(h("section", h("fieldset", *ways, on_change=ship), total, pay))
        prices.querySelector("input").focus()

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
            h("label", t("place"), h("input", type="search", autocomplete="off", on_change=search)),
            select(f"{t('or_choose')}: {t('province')}", places, on_change=province),
            cities,
            districts,
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
    show(t("payment"), h("div", form, prices, class_="two"))
    await shop.events.resolve(held)
    tell(shop.events.checkout_started, held)


async def order(target):
    outcome = await checkout.place()
    await menu()
    if isinstance(outcome, Placed):
        tell(shop.events.order_created, outcome)
        location.hash = f"#/order/{outcome.secret_slug}" if outcome.secret_slug else "#/account"
    elif isinstance(outcome, NotPlaced):
        say(f"{t('refused')} {outcome.error or ''}", stays=True)
    else:
        say(t("unsure"), stays=True)


# --- paying


def paying(pay):
    """How to pay, as the method wants it."""
    match pay:
        case Qris():
            code = h("div", class_="qr", role="img", aria_label=f"QRIS {pay.amount}")
            code.innerHTML = pay.qr.svg(scale=6)
            return [h("p", t("scan")), code]
        case VirtualAccount():
            return [h("p", f"{t('bank')} {pay.bank}"), copied(pay.number)]
        case BankTransfer():
            return [
                h("div", h("p", f"{each.bank} · {each.holder}"), copied(each.number or "")) for each in pay.accounts
            ]
        case Wallet():
            return [h("p", h("a", t("pay_there"), href=action.url)) for action in pay.actions]
        case Redirect():
            return [h("p", h("a", t("pay_there"), href=pay.url))]
        case Ovo():
            return [h("p", f"OVO: {pay.phone}")]
    return [h("p", h("a", t("pay_there"), href=pay.hosted_url)) if pay.hosted_url else h("p", pay.label)]


async def paid(slug):
    here, pay = location.hash, await shop.orders.instructions(slug)

    async def look(target):
        await paid(slug)

    def over(text):
        show(text, h("section", h("p", str(pay.amount), class_="big"), h("a", t("all"), href="#/")))

    if isinstance(pay, Paid):
        over(t("thanks"))
        return
    status = h("p", t("waiting"), class_="soft", role="status")
    again = h("button", t("look"), type="button", class_="plain", on_click=look)
    amount = h("p", str(pay.amount), class_="big")
    show(pay.label or t("payment"), h("section", amount, *paying(pay), class_="narrow"), status, again)
    go_on(wait(slug, here, over))


async def wait(slug, here, over):
    """Until it is paid, closed, or not looked at any more."""
    end = await shop.orders.wait_for_payment(slug, within=3600, every=3, stop=lambda: location.hash != here)
    if location.hash == here and end.state != "open":
        over(t("thanks") if end.paid else t(end.state))


# --- the customer


async def account():
    listed = None
    with suppress(NotSignedIn, SessionLost):  # it may have ended elsewhere, as with a new password
        listed = (await shop.orders.mine(page_size=20).page()).items
    if listed is None:
        show(t("sign_in"), h("section", h("form", *sign_in_fields(), on_submit=sign_in), class_="narrow"))
        return
    rows = [
        h(
            "div",
            h("span", each.order_id or ""),
            h("span", str(Money.of(each.gross_revenue))),
            h("span", t(payment_state(each)), class_="soft"),
            class_="row",
        )
        for each in listed
    ]

    async def leave(target):
        await shop.auth.logout()
        await asyncio.gather(account(), menu())

    away = h("button", t("leave"), type="button", class_="plain", on_click=leave)
    show(t("orders"), h("section", *rows or [h("p", t("no_orders"), class_="soft")]), away)


def sign_in_fields():
    async def forgot(target):
        address = document.querySelector("[name=email]")
        if not address.reportValidity():
            return
        email = address.value
        await shop.auth.request_password_reset(email, origin=location.origin)
        say(t("mailed"))

    yield field(t("email"), "email", type="email", autocomplete="email")
    yield field(t("password"), "password", type="password", autocomplete="current-password")
    reset = h("button", t("forgot"), type="button", class_="plain", on_click=forgot)
    yield h("div", h("button", t("sign_in")), reset, class_="side")


async def sign_in(target):
    said = values(target)
    answer = await shop.auth.login(said["email"], said["password"])
    if isinstance(answer, OtpChallenge):

        async def verify(target):
            await answer.verify(values(target)["code"])
            await asyncio.gather(account(), menu())

        code = field(t("code"), "code", inputmode="numeric", autocomplete="one-time-code")
        form = h("form", h("p", answer.message), code, h("button", t("sign_in")), on_submit=verify)
        show(t("sign_in"), h("section", form, class_="narrow"))
        return
    await asyncio.gather(account(), menu())


async def reset():
    token = shop.auth.token_from_reset_link(location.href)
    history.replaceState(None, "", location.pathname)  # the token is in no history

    async def save(target):
        said = values(target)
        await shop.auth.save_password(token, said["password"], said["again"])
        history.replaceState(None, "", "/#/account")
        await account()
        await menu()
        say(t("saved"))

    new = {"type": "password", "autocomplete": "new-password"}
    fields = field(t("password"), "password", **new), field(t("repeat"), "again", **new)
    form = h("form", *fields, h("button", t("reset")), on_submit=save)
    show(t("reset"), h("section", form, class_="narrow"))


# --- where we are

ROUTES = {"p": product, "b": bundle, "cart": cart, "checkout": buy, "order": paid, "account": account}


async def route(event=None):
    name, *rest = location.hash.removeprefix("#/").split("/")
    say("")
    document.querySelector("#main").setAttribute("aria-busy", "true")
    try:
        await ROUTES.get(name, catalogue)(*map(window.decodeURIComponent, rest))
    except Exception as error:
        show(t("again"), h("p", words(error)), h("a", t("all"), href="#/"))
    document.querySelector("#main").removeAttribute("aria-busy")


window.addEventListener("hashchange", create_proxy(route))
shop.auth.on_signed_out(lambda reason: window.setTimeout(create_proxy(menu), 0))
shop.events.start()
await (reset() if "token=" in location.search else route())  # noqa: F704 - the page runs this as a coroutine
with suppress(StorefrontError):
    await menu()  # noqa: F704
