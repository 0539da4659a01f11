"""Pages of a storefront: which URL goes out of one, and whose page it is. Pure."""

import re
from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from ..answer_fields import text
from ..errors import InvalidInput
from .reading import cleaned, scalar_text

_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_PATH = "/%:@!$&'()*+,;=~-._"


def public_url(url: object) -> str | None:
    """An http(s) URL without query, fragment and user: they carry tokens and mail addresses. None if it is no URL.

    A fragment that is a route (`#/checkout`, `#!/checkout`) stays, without its own query: in a storefront that is one
    page, it is what tells the pages apart.
    """
    try:
        parts = urlsplit(cleaned(text(url) or ""))
        host, port = (parts.hostname or "").rstrip("."), parts.port
        if parts.scheme not in ("http", "https") or not host:
            return None
        host = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    path = quote(scalar_text(parts.path), safe=_PATH)
    route = quote(scalar_text(parts.fragment.partition("?")[0]), safe=_PATH)
    fragment = f"#{route}" if route.startswith(("/", "!/")) else ""
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}{path}{fragment}"


def host_name(domain: str) -> str:
    """The host that was meant by a domain: also by a URL, `*.toko.example`, `.toko.example`, `Toko.Example:8000`."""
    written = cleaned(domain)
    rest = written.partition("//")[2] if "//" in written else written
    page = public_url("https://" + rest.removeprefix("*").removeprefix("."))
    host = urlsplit(page).hostname or "" if page else ""
    if not host or host.isdecimal() or (":" not in host and not all(map(_LABEL.fullmatch, host.split(".")))):
        raise InvalidInput("domains must be host names, as 'toko.example'")
    return host


def is_storefront_page(url: str, hosts: Sequence[str]) -> bool:
    """Whether the page is on one of the hosts or below one; any page if there are none."""
    host = urlsplit(url).hostname or ""
    return not hosts or any(host == own or host.endswith(f".{own}") for own in hosts)
