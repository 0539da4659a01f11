from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class OauthApplicationOfAuthenticatedIdentity(Model):
    """`OauthApplicationOfAuthenticatedIdentity` of the contract, as it is received."""

    client_id: str | None | Unset = UNSET
    homepage_url: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
