from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .currency_of_o_auth_billing_earnings import CurrencyOfOAuthBillingEarnings


class OAuthBillingEarnings(Model):
    """`OAuthBillingEarnings` of the contract, as it is received."""

    balance: int | str | None | Unset = UNSET
    currency: CurrencyOfOAuthBillingEarnings | str | None | Unset = UNSET
