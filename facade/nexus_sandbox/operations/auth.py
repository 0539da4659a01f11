"""Customer login, one-time passwords, token rotation, logout, password reset by link."""

from __future__ import annotations

from ..calls import Call, operation
from ..refusals import Answer, Refused, invalid, not_found, unauthorized
from ..rules import tokens
from ..rules.passwords import check_password, hash_password, password_matches
from ..settings import HOSTED_DOMAIN, STORE_ID
from ..store import Row

_OTP_TRIES = 5


def _customer(call: Call, email: str) -> Row | None:
    return call.store.one("SELECT * FROM customers WHERE email = ?", email.strip().lower())


def send_mail(
    call: Call, recipient: str, kind: str, subject: str, body: str, *, link: str | None = None, code: str | None = None
) -> None:
    call.store.run(
        "INSERT INTO mails (at, recipient, kind, subject, body, link, code) VALUES (?, ?, ?, ?, ?, ?, ?)",
        call.now, recipient, kind, subject, body, link, code,
    )  # fmt: skip


@operation("loginCustomer")
def login(call: Call) -> Answer:
    customer = _customer(call, call.body["email"])
    wrong = Refused(401, "invalid_credentials", "Email or password is wrong")
    if call.body.get("login_as", "customer") != "customer" or customer is None:
        raise wrong
    if not password_matches(call.body["password"], customer["email"], customer["password"]):
        raise wrong
    settings = call.state.settings
    if customer["otp_required"] or settings.otp_required:
        code = call.store.make_code("otp", 6, alphabet="0123456789")
        call.store.run(
            "INSERT OR REPLACE INTO otps (email, code, expires) VALUES (?, ?, ?)",
            customer["email"], code, call.now + settings.otp_ttl,
        )  # fmt: skip
        send_mail(call, customer["email"], "otp", "Kode masuk", f"Kode masuk Anda: {code}", code=code)
        return Answer(200, {"message": "An OTP was sent to the email address"})
    return Answer(200, tokens.start_family(call.store, settings, customer["id"], call.now))


@operation("verifyCustomerOtp")
def verify_otp(call: Call) -> Answer:
    customer = _customer(call, call.body["email"])
    row = call.store.one("SELECT * FROM otps WHERE email = ?", customer["email"]) if customer else None
    if customer is None or row is None:
        raise Refused(401, "invalid_otp", "The OTP is wrong")
    if row["expires"] <= call.now:
        raise Refused(401, "otp_expired", "The OTP has expired")
    if row["tries"] >= _OTP_TRIES:
        raise Refused(401, "too_many_attempts", "The OTP was tried too often")
    if call.body["otp"].strip() != row["code"]:
        call.store.run("UPDATE otps SET tries = tries + 1 WHERE email = ?", row["email"])
        raise Refused(401, "invalid_otp", "The OTP is wrong", keep=True)
    call.store.run("DELETE FROM otps WHERE email = ?", row["email"])
    pair = tokens.start_family(call.store, call.state.settings, customer["id"], call.now)
    return Answer(200, pair | {"store_unique_id": STORE_ID})


@operation("refreshCustomerJwt")
def refresh(call: Call) -> Answer:
    return Answer(200, tokens.refresh(call.store, call.state.settings, call.body["refresh"], call.now))


@operation("blacklistCustomerJwt")
def blacklist(call: Call) -> Answer:
    for position, token in enumerate(call.body["tokens"]):
        if not tokens.blacklist(call.store, token):
            raise invalid(f"tokens.{position}", "is not a token of this store", "invalid_token")
    return Answer(204)


@operation("startCustomerPasswordReset")
def forget_password(call: Call) -> Answer:
    customer = _customer(call, call.body["email"])
    if customer is not None:
        site = call.state.registered_origin(call.headers.get("origin")) or f"https://{HOSTED_DOMAIN}"
        token = call.store.make_code("reset", 40)
        link = f"{site}/reset-password?token={token}"
        call.store.run("UPDATE resets SET used = 1 WHERE customer_id = ?", customer["id"])
        call.store.run(
            "INSERT INTO resets (token, customer_id, expires) VALUES (?, ?, ?)",
            token, customer["id"], call.now + call.state.settings.reset_ttl,
        )  # fmt: skip
        send_mail(call, customer["email"], "password_reset", "Atur ulang kata sandi", f"Buka {link}", link=link)
    return Answer(204)


@operation("saveCustomerPassword")
def save_password(call: Call) -> Answer:
    row = call.store.one(
        "SELECT customers.id, email, resets.* FROM resets JOIN customers ON customers.id = customer_id WHERE token = ?",
        call.body["token"],
    )
    if row is None or row["used"] or row["expires"] <= call.now:
        raise not_found("Password reset")
    check_password(call.body["password"])
    call.store.run("UPDATE resets SET used = 1 WHERE token = ?", row["token"])
    set_password(call, row["customer_id"], row["email"], call.body["password"])
    for family in call.store.all("SELECT id FROM families WHERE customer_id = ?", row["customer_id"]):
        tokens.revoke_family(call.store, family["id"], call.now, "the password was reset")
    return Answer(204)


def set_password(call: Call, customer_id: int, email: str, password: str) -> None:
    call.store.run(
        "UPDATE customers SET password = ?, password_generated = 0, updated = ? WHERE id = ?",
        hash_password(password, email), call.now, customer_id,
    )  # fmt: skip


def require_customer(call: Call) -> Row:
    """The signed-in customer's row, as it is now."""
    row = call.store.one("SELECT * FROM customers WHERE id = ?", call.customer_id)
    if row is None:
        raise unauthorized()
    return row
