"""Where a buyer goes: the order's page, the hosted instructions, and what the merchant set as the next page."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from ...refusals import Json
from ...settings import HOSTED_DOMAIN, Settings
from ...store import Record, Row

_HOSTED = f"https://{HOSTED_DOMAIN}"


def order_page(row: Record) -> str:
    """The order's details."""
    return f"{_HOSTED}/o/{row['slug']}"


def hosted_page(row: Row, doc: Json) -> str:
    """The service's own page for paying: its instructions, or for a payment link the page where a method is chosen."""
    if doc["method"] == "payment_link":
        return f"{_HOSTED}/pay/{doc['payment_link_id']}"
    return f"{order_page(row)}/success"


def next_page(row: Row, doc: Json, settings: Settings) -> str | None:
    """`redirect_url` as the merchant set it. One that leads nowhere becomes the instructions, where the shopper was."""
    destination = settings.redirect_destination
    if destination == "absent":
        return None
    if destination == "payment_page":
        return hosted_page(row, doc)
    if destination == "order_page":
        return order_page(row)
    if destination == "whatsapp" and settings.whatsapp_phone:
        return f"https://wa.me/{settings.whatsapp_phone}?text={quote(chat_message(row))}"
    if destination == "custom_url" and _can_be_opened(settings.custom_redirect_url):
        return settings.custom_redirect_url
    return f"{doc['origin'] or _HOSTED}/o/{row['slug']}/success"


def chat_message(row: Row) -> str:
    return f"Halo, saya ingin bertanya tentang pesanan {row['order_id']}."


def _can_be_opened(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
