from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .client_analytics_config_of_landing_page_public import ClientAnalyticsConfigOfLandingPagePublic
    from .landing_page_display import LandingPageDisplay


class LandingPagePublic(Model):
    """`LandingPagePublic` of the contract, as it is received."""

    business: dict[str, Any] | None | Unset = UNSET
    client_analytics_config: ClientAnalyticsConfigOfLandingPagePublic | str | None | Unset = UNSET
    current_page_display: LandingPageDisplay | None | Unset = UNSET
    domain_business_id: int | str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_checkout_page: bool | None | Unset = UNSET
    is_disable_client_tagging: bool | None | Unset = UNSET
    is_disable_custom_font: bool | None | Unset = UNSET
    is_product_page: bool | None | Unset = UNSET
    is_published: bool | None | Unset = UNSET
    is_sending_email_invoice: bool | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    use_custom_html: bool | None | Unset = UNSET
    window_object: dict[str, Any] | None | Unset = UNSET

    _nested = {"current_page_display": "LandingPageDisplay"}
