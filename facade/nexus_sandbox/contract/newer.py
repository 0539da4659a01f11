"""What the service's newest pages have beyond the pin, until a pin has it too; a test tells when one can go."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

_RELAYS = ("meta", "tiktok", "snackvideo")
_WITH_SERVICE_FEE = ("StorefrontPublicOrder", "StorefrontCustomerFacingOrder")


def add_newer(document: Json) -> Json:
    """Lay the newer documents over the pin, in place. What the pin says itself stays."""
    for provider in _RELAYS:
        # The page on advertising events: accepted is a 202. The overview still says 204.
        path = f"/v3/stores/{{store_id}}/public/analytics/{provider}/events"
        document["paths"][path]["post"]["responses"].setdefault("202", {"description": "Accepted"})
    for name in _WITH_SERVICE_FEE:
        # The page on checkout and payments: the fee of new orders. `payment_link_income` is its older name.
        money = {"$ref": "#/components/schemas/StorefrontMoneyValue"}
        document["components"]["schemas"][name]["properties"].setdefault("service_fee", money)
    return document
