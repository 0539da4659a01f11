"""Customer tokens: families of single-use refresh tokens, and access tokens that live a quarter of an hour."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Literal

from ..refusals import Json, Refused, unauthorized
from ..settings import STORE_ID, Settings
from ..store import Row, Store

TokenKind = Literal["access", "refresh"]


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _write(store: Store, kind: TokenKind, customer_id: int, family: int, now: float, ttl: int) -> str:
    def part(value: Json | bytes) -> str:
        raw = value if isinstance(value, bytes) else json.dumps(value, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")

    claims = {
        "aud": STORE_ID, "sub": str(customer_id), "typ": kind, "jti": store.make_uuid("token"), "fam": family,
        "iat": int(now), "exp": int(now) + ttl,
    }  # fmt: skip
    text = f"{part({'alg': 'HS256', 'typ': 'JWT'})}.{part(claims)}"
    signed = hmac.new(f"sandbox/{store.seed}".encode(), text.encode(), "sha256").digest()
    token = f"{text}.{part(signed)}"
    store.run(
        "INSERT INTO tokens (digest, family_id, kind, expires) VALUES (?, ?, ?, ?)",
        digest(token), family, kind, int(now) + ttl,
    )  # fmt: skip
    return token


def _pair(store: Store, settings: Settings, customer_id: int, family: int, now: float) -> Json:
    return {
        "access": _write(store, "access", customer_id, family, now, settings.access_ttl),
        "refresh": _write(store, "refresh", customer_id, family, now, settings.refresh_ttl),
        "token_type": "Bearer",
        "expires_in": settings.access_ttl,
        "refresh_expires_in": settings.refresh_ttl,
    }


def start_family(store: Store, settings: Settings, customer_id: int, now: float) -> Json:
    """Log a customer in: a new family and its first pair."""
    family = store.insert("INSERT INTO families (customer_id, started) VALUES (?, ?)", customer_id, now)
    return _pair(store, settings, customer_id, family, now)


def _find(store: Store, token: str) -> Row | None:
    return store.one(
        "SELECT tokens.*, families.customer_id, families.revoked FROM tokens"
        " JOIN families ON families.id = family_id WHERE digest = ?",
        digest(token),
    )


def refresh(store: Store, settings: Settings, token: str, now: float) -> Json:
    """Spend a refresh token for a new pair. One that was spent before revokes its whole family."""
    row = _find(store, token)
    if row is None or row["kind"] != "refresh":
        raise unauthorized("The refresh token is not valid")
    family = int(row["family_id"])
    if row["state"] == "spent":
        store.run("UPDATE families SET spent_presented = spent_presented + 1 WHERE id = ?", family)
        revoke_family(store, family, now, "a spent refresh token was presented")
        raise Refused(401, "unauthorized", "The refresh token is not valid", keep=True)
    if row["state"] != "live" or row["revoked"] is not None or row["expires"] <= now:
        raise unauthorized("The refresh token is not valid")
    store.run("UPDATE tokens SET state = 'spent' WHERE digest = ?", row["digest"])
    store.run("UPDATE families SET refreshes = refreshes + 1 WHERE id = ?", family)
    return _pair(store, settings, int(row["customer_id"]), family, now)


def revoke_family(store: Store, family: int, now: float, reason: str) -> None:
    """Sign out every device of this login."""
    store.run("UPDATE families SET revoked = ?, reason = ? WHERE id = ? AND revoked IS NULL", now, reason, family)


def blacklist(store: Store, token: str) -> bool:
    """Kill one token; False when it is none of ours. A dead token stays as dead as it was."""
    row = _find(store, token)
    if row is None:
        return False
    store.run("UPDATE tokens SET state = 'blacklisted' WHERE digest = ? AND state = 'live'", row["digest"])
    return True


def customer_of(store: Store, authorization: str | None, now: float) -> tuple[Row, int]:
    """Return the customer and token family of an `Authorization` header. Refuses with 401."""
    scheme, _, token = (authorization or "").partition(" ")
    row = _find(store, token.strip()) if scheme.lower() == "bearer" else None
    if (
        row is None
        or row["kind"] != "access"
        or row["state"] != "live"
        or row["revoked"] is not None
        or row["expires"] <= now
    ):
        raise unauthorized()
    customer = store.one("SELECT * FROM customers WHERE id = ?", row["customer_id"])
    if customer is None:
        raise unauthorized()
    return customer, int(row["family_id"])
