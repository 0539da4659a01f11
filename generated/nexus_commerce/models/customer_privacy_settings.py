from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .customer_privacy_country_code import CustomerPrivacyCountryCode
    from .customer_privacy_legal_acceptance import CustomerPrivacyLegalAcceptance


class CustomerPrivacySettings(Model):
    """`CustomerPrivacySettings` of the contract, as it is received."""

    analytics_consent_countries: list[CustomerPrivacyCountryCode | str] | None | Unset = UNSET
    analytics_enabled: bool | None | Unset = UNSET
    analytics_legal_acceptance: CustomerPrivacyLegalAcceptance | None | Unset = UNSET
    business_id: int | str | None | Unset = UNSET
    country_codes: list[CustomerPrivacyCountryCode | str] | None | Unset = UNSET
    marketing_consent_countries: list[CustomerPrivacyCountryCode | str] | None | Unset = UNSET
    marketing_generation: int | str | None | Unset = UNSET
    notice_version: str | None | Unset = UNSET
    revision: int | str | None | Unset = UNSET

    _nested = {"analytics_legal_acceptance": "CustomerPrivacyLegalAcceptance"}
