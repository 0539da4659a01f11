"""The visit of a browser's page, read in the page itself, and running pixels there."""

from __future__ import annotations

from ..browser.page import this_page
from .attribution import Attribution, capture_attribution
from .model import Visit


def page_visit(*, subject: str | None = None, allowed: bool = True) -> Visit:
    """The visit of this page: its `location`, `document.referrer`, and the ads that brought the shopper.

    The cookies of an ad are read from `document.cookie`, and those that are missing are set there. `allowed` is whether
    the shopper allows advertising cookies: without it, nothing is read or set. `MissingExtra` anywhere but in a page,
    in its workers, too.
    """
    page = this_page()
    js, document = page.js, page.document
    found = Attribution()
    if allowed:
        found = capture_attribution(js.location.href, document.cookie)
        for cookie in found.set_cookies:
            document.cookie = str(cookie)
    address = f"{js.location.origin}{js.location.pathname}"
    return Visit(address, document.referrer or None, found, js.navigator.userAgent, subject)


def show_pixels(snippet: str) -> None:
    """Run in this page what `shop.events.render` gave."""
    document = this_page().document
    document.body.append(document.createRange().createContextualFragment(snippet))
