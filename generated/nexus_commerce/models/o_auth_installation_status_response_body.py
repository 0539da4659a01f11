from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .o_auth_installation_status_application import OAuthInstallationStatusApplication
    from .o_auth_installation_status_billing_tag import OAuthInstallationStatusBillingTag
    from .webhook_status_of_o_auth_installation_status_response_body import (
        WebhookStatusOfOAuthInstallationStatusResponseBody,
    )


class OAuthInstallationStatusResponseBody(Model):
    """`OAuthInstallationStatusResponseBody` of the contract, as it is received."""

    approved_billing_tags: list[OAuthInstallationStatusBillingTag] | None | Unset = UNSET
    authorized_business_id: int | str | None | Unset = UNSET
    client_id: str | None | Unset = UNSET
    granted_scopes: list[str] | None | Unset = UNSET
    granted_webhook_events: list[str] | None | Unset = UNSET
    is_active: bool | None | Unset = UNSET
    is_enabled: bool | None | Unset = UNSET
    webhook_status: WebhookStatusOfOAuthInstallationStatusResponseBody | str | None | Unset = UNSET
    application: OAuthInstallationStatusApplication | None | Unset = UNSET
    manage_launch_available: bool | None | Unset = UNSET
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)

    _nested = {
        "approved_billing_tags": ["OAuthInstallationStatusBillingTag"],
        "application": "OAuthInstallationStatusApplication",
    }
