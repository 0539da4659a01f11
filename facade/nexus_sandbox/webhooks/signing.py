"""The signature of a delivery."""

from __future__ import annotations

import base64
import hashlib
import hmac

SIGNATURE_HEADER = "X-Scalev-Hmac-Sha256"
APP_HEADER = "X-Scalev-App-Id"


def sign(secret: str, body: bytes) -> str:
    """HMAC-SHA256 over the raw body, keyed with the secret's UTF-8 bytes, in standard Base64."""
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
