"""What is secret or personal in a recording, by the name of its key, and the placeholder that stands for each kind.

The names are those of the contract and their usual spellings elsewhere: an answer may hold fields that the contract
does not know. A key is compared in one spelling: `fullPhoneNumber` and `full-phone-number` are `full_phone_number`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

STORAGE_ORIGIN = "https://storage.example"
FROM_ANSWERS = 1000
"""Placeholders of what the service brought up are numbered from here on, so that a replaying client, which only knows
its own values, counts them as the recording did."""


class ValueKind(NamedTuple):
    """One kind of value that leaves a recording."""

    placeholder: Callable[[int], str]
    """For the n-th value."""
    shape: re.Pattern[str]
    """What a placeholder of the kind looks like."""
    everywhere: int = 3
    """From this many characters on, a value is replaced wherever it stands; a shorter one only under its key."""


def _counted(text: str, everywhere: int = 3) -> ValueKind:
    return ValueKind(
        lambda n: text.replace("#", str(n)), re.compile(re.escape(text).replace(r"\#", r"\d+")), everywhere
    )


def _fixed(text: str, everywhere: int = 3) -> ValueKind:
    return ValueKind(lambda n: text, re.compile(re.escape(text)), everywhere)


KINDS: dict[str, ValueKind] = {
    "guest": ValueKind(lambda n: f"00000000-0000-4000-8000-{n:012d}", re.compile(r"00000000-0000-4000-8000-\d{12}")),
    "session": ValueKind(lambda n: f"00000000-0000-4000-9000-{n:012d}", re.compile(r"00000000-0000-4000-9000-\d{12}")),
    "access": _counted("scrubbed-access-#"),
    "refresh": _counted("scrubbed-refresh-#"),
    "token": _counted("scrubbed-token-#"),
    "key": _counted("scrubbed-key-#"),
    "cursor": _counted("scrubbed-cursor-#"),
    "intent": _counted("cit_scrubbed#"),
    "prefill": _counted("cip_scrubbed#"),
    "slug": _counted("scrubbed-slug-#"),
    "password": _counted("scrubbed-password-#"),
    "otp": _fixed("000000", everywhere=6),
    "email": _counted("shopper#@example.com"),
    "phone": ValueKind(lambda n: f"62800000{n:04d}", re.compile(r"62800000\d{4,}"), 7),
    "name": _counted("Scrubbed-Name-#"),
    "address": _counted("Scrubbed-Address-#", everywhere=8),
    "notes": _counted("Scrubbed-Note-#", everywhere=8),
    "holder": _counted("Scrubbed-Holder-#"),
    "account": ValueKind(lambda n: f"1000000{n:05d}", re.compile(r"1000000\d{5,}"), 6),
    "receipt": _counted("SCRUBBED#"),
    "qr": ValueKind(lambda n: f"000201010212{n:04d}", re.compile(r"000201010212\d{4,}")),  # begins as a QRIS code does
    "birth": _fixed("2000-01-01", everywhere=8),
    "sex": _fixed("scrubbed-sex", everywhere=1000),
    "link": _counted(f"{STORAGE_ORIGIN}/scrubbed-link-#"),
    "click": _counted("scrubbed-click-#"),
    "ip": _fixed("203.0.113.7", everywhere=7),
    "agent": _fixed("scrubbed-agent", everywhere=8),
}

_NAMES: dict[str, str] = {
    "access": "access access_token",
    "refresh": "refresh refresh_token",
    "token": "token tokens secret otp_token authorization cookie set_cookie signature sig credential bearer jwt",
    "key": "api_key apikey x_scalev_storefront_api_key storefront_api_key",
    "cursor": "cursor next_cursor previous_cursor",
    "intent": "checkout_intent_token x_scalev_checkout_intent_token",
    "guest": "guest_token x_scalev_guest_token",
    "session": "client_session_id session session_id",
    "prefill": "checkout_intent_prefill_token prefill_token",
    "slug": "secret_slug order_secret_slug order_slug",
    "password": "password passwd password_confirmation",
    "otp": "otp otp_code one_time_password",
    "email": "email em mail e_mail email_address",
    "phone": "phone ph phone_number mobile mobile_number msisdn whatsapp wa telephone fax",
    "name": (
        "fn ln first_name last_name middle_name nickname customer_name recipient recipient_name receiver receiver_name"
        " buyer_name sender_name contact_name shopper_name shipping_name billing_name handler_name payer_name"
    ),
    "address": "address street street_address full_address address_line line1 line2 address1 address2 address_detail",
    "notes": "notes note customer_notes order_notes bio bio_description",
    "holder": "account_holder account_holder_name account_name card_holder cardholder holder_name",
    "account": "account_number payment_account card_number iban",
    "receipt": "shipment_receipt awb waybill tracking_number",
    "qr": "qr_string qr_content qr_text",
    "birth": "date_of_birth birth_date birthdate birthday dob db",
    "sex": "sex gender ge",
    "link": (
        "avatar avatar_url photo photo_url profile_picture upload_url file_url transferproof_url transfer_proof_url"
        " payment_url checkout_url invoice_url deeplink deeplink_url mobile_url"
    ),
    "click": "external_id fbc fbp fbclid gclid ttclid ttp kwai_clickid click_id",
    "ip": "ip ip_address client_ip_address client_ip",
    "agent": "user_agent client_user_agent",
}
_KIND_OF_NAME = {name: kind for kind, names in _NAMES.items() for name in names.split()}

# A name that ends like this is of the kind, whatever stands before; the first that fits decides.
_ENDINGS = (
    ("ip_address", "ip"),
    ("email", "email"),
    ("email_address", "email"),
    ("phone", "phone"),
    ("phone_number", "phone"),
    ("password", "password"),
    ("token", "token"),
    ("secret", "token"),
    ("signature", "token"),
    ("credential", "token"),
    ("api_key", "key"),
    ("key_id", "key"),
    ("secret_slug", "slug"),
    ("account_holder", "holder"),
    ("account_number", "account"),
    ("address", "address"),
    ("notes", "notes"),
)

# Names that are a person's where the object is a person, and a product's or a shop's elsewhere.
_NAMES_OF_A_PERSON = frozenset({"name", "fullname", "full_name", "display_name"})
PERSONS = frozenset(
    {
        "customer", "customers", "buyer", "recipient", "receiver", "sender", "user", "users", "shopper", "person", "me",
        "profile", "payer", "contact", "address", "addresses", "destination_address", "shipping_address",
        "billing_address",
    }
)  # fmt: skip
_PERSONAL_KINDS = frozenset({"email", "phone", "address", "birth", "sex"})
# Parts of an address that many people share, and that a replay has to find again.
_PLACES = frozenset(
    {
        "id", "type", "city", "city_name", "province", "province_name", "subdistrict", "subdistrict_name", "district",
        "state", "country", "country_code", "postal_code", "zip", "display", "location",
    }
)  # fmt: skip
# A field that a shop has added to its form says by another key what it asks for.
_NAMING_KEYS = ("key", "field", "name")
# A step of a payment: its URL opens the payer's own page.
_OF_A_PAYMENT = frozenset({"action", "url_type"})

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def spelled(key: str) -> str:
    return _CAMEL.sub("_", key).replace("-", "_").replace(" ", "_").lower()


def kind_of(key: str) -> str | None:
    """The kind of what stands under this key, of whatever object."""
    name = spelled(key)
    ending = next((kind for end, kind in _ENDINGS if name.endswith(f"_{end}")), None)
    return _KIND_OF_NAME.get(name) or ending


def kinds_in(value: Mapping[str, Any], own_key: str, inherited: str | None) -> dict[str, str | None]:
    """Key of an object -> the kind of what stands there; the object stands under `own_key`, of the kind `inherited`."""
    found = {key: kind_of(key) for key in value}
    person = spelled(own_key) in PERSONS or not _PERSONAL_KINDS.isdisjoint(kind or "" for kind in found.values())
    for key, kind in found.items():
        name = spelled(key)
        if kind is None and person and name in _NAMES_OF_A_PERSON:
            found[key] = "name"
        elif kind is None and name == "value" and (asked := _asked(value)) is not None:
            found[key] = kind_of(asked) or "notes"
        elif kind is None and name == "url" and not _OF_A_PAYMENT.isdisjoint(value):
            found[key] = "link"
        elif kind is None and name not in _PLACES and isinstance(value[key], str | list | dict):
            found[key] = inherited
    return found


def _asked(value: Mapping[str, Any]) -> str | None:
    return next((value[key] for key in _NAMING_KEYS if isinstance(value.get(key), str)), None)
