from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .auth_method_of_authenticated_identity import AuthMethodOfAuthenticatedIdentity
    from .authenticated_connected_business import AuthenticatedConnectedBusiness
    from .oauth_application_of_authenticated_identity import OauthApplicationOfAuthenticatedIdentity
    from .user_of_authenticated_identity import UserOfAuthenticatedIdentity


class AuthenticatedIdentity(Model):
    """`AuthenticatedIdentity` of the contract, as it is received."""

    auth_method: AuthMethodOfAuthenticatedIdentity | str | None | Unset = UNSET
    connected_businesses: list[AuthenticatedConnectedBusiness] | None | Unset = UNSET
    oauth_application: OauthApplicationOfAuthenticatedIdentity | None | Unset = UNSET
    user: UserOfAuthenticatedIdentity | None | Unset = UNSET

    _nested = {
        "connected_businesses": ["AuthenticatedConnectedBusiness"],
        "oauth_application": "OauthApplicationOfAuthenticatedIdentity",
        "user": "UserOfAuthenticatedIdentity",
    }
