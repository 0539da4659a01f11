from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_only, date_time, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .cash import Cash
    from .category import Category
    from .kind_of_product import KindOfProduct
    from .price import Price
    from .size_of_product import SizeOfProduct
    from .status_of_product import StatusOfProduct
    from .transfer import Transfer


class Product(Model):
    """`Product` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    kind: KindOfProduct | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    price: Price | None | Unset = UNSET
    status: StatusOfProduct | str | None | Unset = UNSET
    size: SizeOfProduct | int | str | None | Unset = UNSET
    made_at: dt.datetime | str | None | Unset = date_time("made_at", default=UNSET)
    best_before: dt.date | str | None | Unset = date_only("best_before", default=UNSET)
    weight: float | str | None | Unset = UNSET
    fresh: bool | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    category: Category | None | Unset = UNSET
    attributes: dict[str, Any] | None | Unset = UNSET
    stock: dict[str, int | str] | None | Unset = UNSET
    by_size: dict[str, Price] | None | Unset = UNSET
    payment: Cash | Transfer | dict[str, Any] | None | Unset = UNSET
    to_dict_: str | None | Unset = renamed("to_dict", default=UNSET)
    class_: str | None | Unset = renamed("class", default=UNSET)
    field_class_: str | None | Unset = renamed("__class__", default=UNSET)
    type_: str | None | Unset = renamed("type", default=UNSET)
    date: dt.datetime | str | None | Unset = date_time("date", default=UNSET)
    field_extra: int | str | None | Unset = renamed("_extra", default=UNSET)
    from_dict_: dt.datetime | str | None | Unset = date_time("from_dict", default=UNSET)

    _nested = {
        "price": "Price",
        "category": "Category",
        "by_size": {"*": "Price"},
        "payment": ("tag", "method", {"cash": "Cash", "wire": "Transfer"}),
    }
