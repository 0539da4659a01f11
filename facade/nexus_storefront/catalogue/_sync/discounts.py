# Rendered from facade/nexus_storefront/catalogue/_async/discounts.py by scripts/unasync.py; edit that file.
"""Checking a discount code before checkout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from nexus_commerce.api import discounts as api

from ...answer_fields import boolean, field, text
from ...arguments import Reads, given, opaque, typed, whole
from ...cart.lines import item_bodies, unreadable_cart
from ...contents import goods_body
from ...errors import InvalidInput
from ...money import Money
from ...transport._sync.listing import Group
from ..offers import DiscountCheck

if TYPE_CHECKING:
    from ...cart.lines import CartLine, Item


class Discounts(Group):
    """Discount codes."""

    def check(
        self,
        code: str,
        *,
        items: Iterable[Item | CartLine | Mapping[str, Any]] | None = None,
        location_id: int | str | None = None,
        postal_code: str | None = None,
        courier_service_id: int | str | None = None,
        warehouse_unique_id: str | None = None,
        courier_aggregator_code: str | None = None,
        payment_method: str | None = None,
        net_product_price: Money | int | str | None = None,
        gross_revenue: Money | int | str | None = None,
        shipping_cost: Money | int | str | None = None,
    ) -> DiscountCheck:
        """Whether a code applies (checkDiscountCode), to `items`, or else to the cart of whoever is shopping.

        A signed-in customer's cart is read for that, unless `net_product_price` stands in for it; if it cannot be sent
        as items, its total is. An unknown or ineligible code is an answer with `is_eligible` false, not an error.
        """
        body: dict[str, Any] = {"code": typed("code", code, limit=100)}
        if items is not None:
            body["items"] = item_bodies(items)
        body |= _destination(location_id, postal_code)
        more = {
            "courier_service_id": courier_service_id,
            "warehouse_unique_id": warehouse_unique_id,
            "courier_aggregator_code": courier_aggregator_code,
            "payment_method": payment_method,
            "net_product_price": net_product_price,
            "gross_revenue": gross_revenue,
            "shipping_cost": shipping_cost,
        }
        amounts = ("net_product_price", "gross_revenue", "shipping_cost")
        reads: Reads = {**dict.fromkeys(more, opaque), "courier_service_id": whole, **dict.fromkeys(amounts, _rupiah)}
        body |= given(more, reads)
        with self._core.hurried_store():
            if items is None and net_product_price is None and self._core.session.signed_in():
                body |= self._customers_goods()
        answer = self._call(api.check_discount_code.sync, body=body)
        details: Any = answer.eligibility_details or {}
        return DiscountCheck(
            code=text(field(answer.discount_code, "code")) or code,
            is_eligible=boolean(answer.is_eligible) is True,
            discount=Money.of(answer.discount_code_discount),
            details=details if isinstance(details, Mapping) else {"eligibility_details": details},
            raw=answer,
        )

    def _customers_goods(self) -> dict[str, Any]:
        from ...cart._sync.cart import Cart

        cart = Cart(self._core, "customer").get()
        if cart.content is None:
            raise unreadable_cart("customer")
        if not cart.content:
            raise InvalidInput("there are no items to check the code for: the customer's cart is empty")
        return goods_body(cart.content, None) or {"net_product_price": _rupiah("the cart's total", cart.total)}


def _destination(location_id: int | str | None, postal_code: str | None) -> dict[str, Any]:
    where = given(
        {"location_id": location_id, "postal_code": postal_code}, {"location_id": whole, "postal_code": typed}
    )
    if len(where) == 1:
        raise InvalidInput("a destination is a location_id and a postal_code")
    return {"destination": where} if where else {}


def _rupiah(name: str, amount: object) -> str:
    money = Money.of(amount)
    if not money.is_known:
        raise InvalidInput(f"{name} must be an amount of rupiah that can be read in one way only")
    return money.to_wire()
