"""Password hashes. Cheap on purpose: a sandbox hashes for shape, and a login must not cost its tests a second."""

from __future__ import annotations

import hashlib
import hmac

from ..refusals import invalid


def hash_password(password: str, salt: str) -> str:
    return hashlib.scrypt(password.encode(), salt=salt.encode(), n=16, r=8, p=1).hex()


def password_matches(password: str, salt: str, stored: str) -> bool:
    return hmac.compare_digest(hash_password(password, salt), stored)


def check_password(password: str) -> None:
    """Refuse a password that is too short or too long."""
    if not 8 <= len(password) <= 200:
        raise invalid("password", "must have from 8 to 200 characters", "invalid_password")
