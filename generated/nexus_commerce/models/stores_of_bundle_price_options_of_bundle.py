from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .custom_domain_of_stores_of_bundle_price_options_of_bundle import (
        CustomDomainOfStoresOfBundlePriceOptionsOfBundle,
    )


class StoresOfBundlePriceOptionsOfBundle(Model):
    """`StoresOfBundlePriceOptionsOfBundle` of the contract, as it is received."""

    custom_domain: CustomDomainOfStoresOfBundlePriceOptionsOfBundle | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET

    _nested = {"custom_domain": "CustomDomainOfStoresOfBundlePriceOptionsOfBundle"}
