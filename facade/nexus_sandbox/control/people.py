"""Customers, their mail and their logins."""

from __future__ import annotations

from ..clock import iso
from ..refusals import Json
from ..rules.passwords import hash_password
from ..rules.tokens import revoke_family
from .base import Hand


class PeopleHand(Hand):
    """Who shops here, and what was mailed to them."""

    def add_customer(self, email: str, password: str, *, name: str = "Pelanggan", otp_required: bool = False) -> int:
        """Register a customer and return the id. Raises ValueError for an email that is taken."""
        state = self._state
        email = email.strip().lower()
        with state.store.transaction():
            if state.store.one("SELECT 1 FROM customers WHERE email = ?", email):
                raise ValueError(f"there is a customer {email} already")
            now = self._now()
            return state.store.insert(
                "INSERT INTO customers (email, name, password, otp_required, created, updated)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                email, name, hash_password(password, email), int(otp_required), now, now,
            )  # fmt: skip

    def otp(self, email: str) -> str:
        """The latest OTP mailed to a customer. Raises LookupError when none was."""
        return str(self._mail(email, "otp")["code"])

    def reset_link(self, email: str) -> str:
        """The latest password reset link mailed to a customer. Raises LookupError when none was."""
        return str(self._mail(email, "password_reset")["link"])

    def _mail(self, email: str, kind: str) -> Json:
        for mail in reversed(self.mails(email.strip().lower())):
            if mail["kind"] == kind:
                return mail
        raise LookupError(f"no {kind} mail was sent to {email}")

    def revoke_family(self, family: int) -> None:
        """Sign out one login, as an owner would from the back office. Raises LookupError for an unknown one."""
        with self._state.store.transaction():
            if self._state.store.one("SELECT 1 FROM families WHERE id = ?", family) is None:
                raise LookupError(f"there is no login {family}")
            revoke_family(self._state.store, family, self._now(), "revoked by the control side")

    def mails(self, recipient: str | None = None) -> list[Json]:
        """The mailbox of the shop: OTPs and password links, oldest first."""
        store = self._state.store
        with store.transaction():
            rows = store.all("SELECT * FROM mails WHERE ? IS NULL OR recipient = ? ORDER BY id", recipient, recipient)
        return [dict(row) | {"at": iso(row["at"])} for row in rows]

    def token_families(self, email: str | None = None) -> list[Json]:
        """Every login: refreshes done, spent tokens presented, when and why it was revoked, tokens by state."""
        store = self._state.store
        with store.transaction():
            rows = store.all(
                "SELECT families.*, customers.email FROM families JOIN customers ON customers.id = customer_id"
                " WHERE ? IS NULL OR email = ? ORDER BY families.id",
                email, email,
            )  # fmt: skip
            counted = store.all("SELECT family_id, kind, state, count(*) AS n FROM tokens GROUP BY 1, 2, 3")
        families = []
        for row in rows:
            tokens: dict[str, int] = {
                f"{c['kind']}_{c['state']}": c["n"] for c in counted if c["family_id"] == row["id"]
            }
            families.append({
                "id": row["id"], "customer_id": row["customer_id"], "email": row["email"],
                "started": iso(row["started"]), "revoked": iso(row["revoked"]), "reason": row["reason"],
                "refreshes": row["refreshes"], "spent_presented": row["spent_presented"], "tokens": tokens,
            })  # fmt: skip
        return families
