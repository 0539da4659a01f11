"""The page: what is pressed calls the shop, what the shop says is shown. Runs in a browser only."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from js import FormData, config, document
from nexus_storefront import AsyncStorefront, StorefrontError
from pyodide.ffi import create_proxy

import shop as rules

shop = AsyncStorefront(config.store, config.key, config.base)
tasks: set[asyncio.Future[None]] = set()
kept = ""  # the checkout that was quoted


def part(selector: str) -> Any:
    return document.querySelector(selector)


def on(element: Any, event: str, act: Callable[[], Awaitable[None]]) -> None:
    """Run `act`, and say what goes wrong."""

    async def run() -> None:
        part("#said").textContent = "One moment…"
        try:
            await act()
            part("#said").textContent = "Ready."
        except StorefrontError as error:
            part("#said").textContent = f"That did not work: {error}"

    def start_it(happened: Any) -> None:
        happened.preventDefault()  # at once: when a task begins, the browser has sent the form itself
        task = asyncio.ensure_future(run())
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    element.addEventListener(event, create_proxy(start_it))


async def show_cart() -> None:
    cart = await shop.cart.get()
    part("#cart").textContent = str(cart)
    part("#buyer").hidden = not cart.item_count


async def ask_price() -> None:
    global kept
    data = FormData.new(part("#buyer"))
    said = {name: str(data.get(name)) for name in ("name", "email", "phone", "subdistrict", "address")}
    part("#quote pre").textContent, kept = await rules.quote(shop, said)
    part("#quote").hidden = False


async def buy() -> None:
    said, code = await rules.order(shop, kept)
    part("#payment").textContent = said
    part("#payment").insertAdjacentHTML("beforeend", code)
    part("#quote").hidden = True
    await show_cart()


async def start() -> None:
    on(part("#buyer"), "submit", ask_price)
    on(part("#quote"), "submit", buy)
    try:
        for card in await rules.shelf(shop):
            button = document.createElement("button")
            button.textContent = f"{card.name}, {card.price}"

            async def add(variant_id: str = card.variant_id) -> None:
                await shop.cart.add(variant_id=variant_id)
                await show_cart()

            on(button, "click", add)
            part("#shelf").append(button)
        await show_cart()
        part("#said").textContent = "Ready."
    except StorefrontError as error:
        part("#said").textContent = f"The shop cannot be reached: {error}"
