"""A shop in a chat: what the bot says to a message. It knows nothing of chat platforms; `server.py` does."""

import hashlib
import hmac
import json
import secrets
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from nexus_storefront import (
    AsyncStorefront,
    InvalidInput,
    Money,
    NotFound,
    NotPlaced,
    Placed,
    Qris,
    SqliteStore,
    StorefrontError,
)

HELP = "search <words>, show <slug>, add <variant> [pieces], cart, empty, buy, stop"
QUESTIONS = {
    "name": "Your name?",
    "email": "Your e-mail address?",
    "phone": "Your phone number, with the country code?",
    "subdistrict": "Which subdistrict shall it go to?",
    "address": "Street and number?",
    "method": "How do you pay? qris, bank_transfer, ...",
}


@dataclass
class Talk:
    """How far a chat has come with its order."""

    answers: dict[str, str] = field(default_factory=dict)
    asked: str | None = None
    checkout: str | None = None


class Memory:
    """Talks, and which messages were answered with what, in one file."""

    def __init__(self, path: str | Path) -> None:
        self._file = sqlite3.connect(path, isolation_level=None)
        self._file.execute("CREATE TABLE IF NOT EXISTS talks (chat TEXT PRIMARY KEY, talk TEXT NOT NULL)")
        self._file.execute("CREATE TABLE IF NOT EXISTS messages (id TEXT PRIMARY KEY, reply TEXT NOT NULL DEFAULT '')")

    def talk(self, chat: str) -> Talk:
        found = self._file.execute("SELECT talk FROM talks WHERE chat = ?", (chat,)).fetchone()
        return Talk(**json.loads(found[0])) if found else Talk()

    def keep(self, chat: str, talk: Talk) -> None:
        self._file.execute("REPLACE INTO talks VALUES (?, ?)", (chat, json.dumps(vars(talk))))

    def is_new(self, message: str) -> bool:
        """Noted before it is acted on: what a platform delivers again must not add to the cart again."""
        noted = self._file.execute("INSERT OR IGNORE INTO messages (id) VALUES (?)", (message,))
        return noted.rowcount == 1

    def reply(self, message: str) -> str:
        return str(self._file.execute("SELECT reply FROM messages WHERE id = ?", (message,)).fetchone()[0])

    def replied(self, message: str, reply: str) -> None:
        self._file.execute("UPDATE messages SET reply = ? WHERE id = ?", (reply, message))

    def close(self) -> None:
        self._file.close()


class Bot:
    """One for the process. `secret` makes the labels by which chats keep their carts apart; `folder` holds the files."""

    def __init__(self, folder: Path, secret: str) -> None:
        self._secret = secret.encode()
        self._store = SqliteStore(folder / "carts.sqlite3")
        self._memory = Memory(folder / "talks.sqlite3")
        self._http = httpx.AsyncClient()

    async def close(self) -> None:
        await self._http.aclose()
        self._store.close()
        self._memory.close()

    async def take(self, message: str, chat: str, text: str) -> str:
        """Answer a message once, however often it is delivered."""
        if not self._memory.is_new(message):
            return self._memory.reply(message)
        reply = await self.answer(chat, text)
        self._memory.replied(message, reply)
        return reply

    async def answer(self, chat: str, text: str) -> str:
        talk = self._memory.talk(chat)
        # Nobody who knows a chat's id can guess the label: it is the key to the cart.
        label = hmac.new(self._secret, chat.encode(), hashlib.sha256).hexdigest()
        try:
            async with AsyncStorefront.from_env(store=self._store, customer=label, http_client=self._http) as shop:
                return await say(shop, talk, text.strip())
        except NotFound:
            return "There is no such thing here."
        except InvalidInput as error:
            talk.asked = None
            return f"That cannot be: {error}. Say buy to begin again."
        except StorefrontError as error:
            return f"That did not work: {error}"
        finally:
            self._memory.keep(chat, talk)


async def say(shop: AsyncStorefront, talk: Talk, text: str) -> str:
    command, *words = text.split() or [""]
    match command.lower(), words:
        case "stop", []:
            talk.asked = talk.checkout = None
            return "Stopped; nothing was ordered."
        case _ if talk.asked:
            return await ask(shop, talk, text)
        case "search", [_, *_]:
            return await search(shop, " ".join(words).lower())
        case "show", [slug]:
            return await show(shop, slug)
        case "add", [variant]:
            return str(await shop.cart.add(variant_id=variant))
        case "add", [variant, pieces] if pieces.isdecimal():
            return str(await shop.cart.add(variant_id=variant, quantity=int(pieces)))
        case "cart", []:
            return str(await shop.cart.get())
        case "empty", []:
            return str(await shop.cart.clear())
        case "buy", []:
            if not (await shop.cart.get()).item_count:
                return "The cart is empty."
            talk.answers, talk.asked = {}, "name"
            return QUESTIONS["name"]
        case "yes", [] if talk.checkout:
            return await order(shop, talk, talk.checkout)
    return HELP


async def search(shop: AsyncStorefront, words: str) -> str:
    """The first five products whose name holds the words."""
    found: list[str] = []
    async for item in shop.catalog.items(page_size=50):
        if item.entity_type == "product" and words in str(item.name).lower():
            found.append(f"{item.name}: show {item.slug}")
        if len(found) == 5:
            break
    return "\n".join(found) or "Nothing found."


async def show(shop: AsyncStorefront, slug: str) -> str:
    """A product's variants with their prices."""
    product = await shop.catalog.product(slug)
    names = {variant.id: variant.name for variant in product.variants or [] if variant.id}
    offers = await shop.catalog.offers(names)
    lines = [f"{names[int(number)]}  {offer.price}: add {number}" for number, offer in offers.items()]
    return "\n".join([str(product.name), *lines])


async def ask(shop: AsyncStorefront, talk: Talk, text: str) -> str:
    """Keep an answer and ask the next question; after the last one, say what it costs."""
    talk.answers[str(talk.asked)] = text
    talk.asked = next((name for name in QUESTIONS if name not in talk.answers), None)
    return QUESTIONS[talk.asked] if talk.asked else await quote(shop, talk)


async def quote(shop: AsyncStorefront, talk: Talk) -> str:
    """The checkout is put away with the chat until the shopper says yes."""
    said = talk.answers
    place = next((place for place in await shop.locations.search(said["subdistrict"]).page() if place.id), None)
    if place is None or not place.id:
        del said["subdistrict"]
        talk.asked = "subdistrict"
        return f"There is no such subdistrict. {QUESTIONS['subdistrict']}"
    codes = await shop.locations.postal_codes(place.id)
    checkout = await shop.checkout.start(key=secrets.token_urlsafe(16))
    checkout.set_buyer(name=said["name"], email=said["email"], phone=said["phone"])
    checkout.deliver_to(location_id=place.id, postal_code=codes[0] if codes else None, address=said["address"])
    checkout.pay_with(said["method"].lower())
    options = await checkout.shipping_options()
    checkout.ship_with(min(options, key=lambda option: Money.of(option.cost).or_zero()))
    quoted = await checkout.quote()
    talk.checkout = checkout.dump()
    return f"{quoted}\nSay yes to order, or stop."


async def order(shop: AsyncStorefront, talk: Talk, kept: str) -> str:
    """Said twice, it is still one order: the checkout stays with the chat, and knows that it was placed."""
    match await shop.checkout.load(kept).place():
        case Placed(secret_slug=str(slug)):
            pay = await shop.orders.instructions(slug)
            # A platform takes `pay.qr.png()` as a picture; the text of the code is what a terminal can show.
            return f"{pay}\n{pay.qr.text}" if isinstance(pay, Qris) else str(pay)
        case Placed(order_id=number):
            return f"Ordered: {number}"
        case NotPlaced(reason=reason):
            talk.checkout = None
            return f"Nothing was ordered: {reason}. Say buy to try again."
    return "We are looking for your order, and do not order it again. Say yes in two minutes to hear more."
