from __future__ import annotations

from .._model import Model


class OAuthInstallationLaunchTokenExchangeRequest(Model):
    """`OAuthInstallationLaunchTokenExchangeRequest` of the contract, only ever sent."""

    client_id: str
    client_secret: str
    launch_token: str

    _required = ("client_id", "client_secret", "launch_token")
    _rules = {
        "type": ["object"],
        "properties": {
            "client_id": {"type": ["string"]},
            "client_secret": {"type": ["string"]},
            "launch_token": {"type": ["string"]},
        },
        "required": ["client_id", "client_secret", "launch_token"],
        "additionalProperties": False,
    }
