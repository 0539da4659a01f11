"""Is this delivery the service's? Raw bytes first, in constant time; then, and only then, what it says. Pure."""

import hmac
import json
from binascii import b2a_base64
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from ..errors import InvalidInput, StorefrontError
from ..frames import with_bare_errors
from ..redact import SecretBytes, hidden
from . import exact
from .messages import Webhook, webhook_of

_SIGNATURE, _APP = "x-scalev-hmac-sha256", "x-scalev-app-id"
_TEST = "business.test_event"
Headers = Mapping[str, str] | Iterable[tuple[str, str]] | Iterable[tuple[bytes, bytes]]


class WebhookRefused(StorefrontError):
    """A delivery that is not taken. `answer` is the status to answer it with."""

    answer = 400


class BadSignature(WebhookRefused):
    """The signature is missing, malformed or wrong, or there is no secret to check it by."""

    answer = 401


class BadEnvelope(WebhookRefused):
    """The request is signed, but its body is no envelope of an event."""


@with_bare_errors
def verify(body: bytes, headers: Headers, secrets: str | Iterable[str]) -> Webhook:
    """The webhook in a request, or `BadSignature`, `BadEnvelope`.

    `body` is the raw request body: bytes, neither decoded nor parsed. `headers` are all headers, as a mapping or as
    pairs; letter case does not matter. `secrets` is the Signing Secret, or several while one is being changed; none at
    all refuses everything. The signature is HMAC-SHA256 of the body, in standard Base64 (the service's page on
    verifying webhooks).
    """
    secrets = hidden(secrets)
    return verified(raw_body(body), headers, signing_keys(secrets))


def verified(body: bytes, headers: Headers, keys: Sequence[bytes]) -> Webhook:
    """As `verify`, with keys that `signing_keys` gave."""
    given = _values(headers)
    received = given.get(_SIGNATURE, [])
    if len(received) != 1:
        raise BadSignature("the signature is malformed" if received else "the signature is missing")
    if not keys:
        raise BadSignature("there is no Signing Secret to check a webhook by")
    # Some bytes can be written in several ways in Base64: only the service's way counts, so the texts are compared.
    # All keys are tried, so that the time it takes does not show which one fits.
    sent = received[0].strip().encode("ascii", "replace")
    signatures = [_signature(body, key) for key in keys]
    fitting = [hmac.compare_digest(each, sent) for each in signatures]
    if not any(fitting):
        raise BadSignature(f"the signature is {'wrong' if len(sent) == len(signatures[0]) else 'malformed'}")
    return read_envelope(body, next(iter(given.get(_APP, [])), None))


def sign(body: bytes, secret: str) -> str:
    """The value of `X-Scalev-Hmac-Sha256` for a body; for tests."""
    secret = hidden(secret)
    keys = signing_keys(secret)
    if len(keys) != 1:
        raise InvalidInput("secret must be one Signing Secret, as a text")
    return _signature(raw_body(body), keys[0]).decode("ascii")


def _signature(body: bytes, key: bytes) -> SecretBytes:
    return SecretBytes(b2a_base64(hmac.digest(key, body, "sha256"), newline=False))


def raw_body(body: object) -> bytes:
    """A body as it came."""
    if not isinstance(body, (bytes, bytearray, memoryview)):
        raise InvalidInput("body must be the raw bytes of the request, not text and nothing parsed")
    return bytes(body)


def signing_keys(secrets: object) -> list[bytes]:
    """The keys that secrets stand for; empty ones are none."""
    secrets = hidden(secrets)
    listed: Iterable[object] = [secrets] if isinstance(secrets, str) or secrets is None else secrets  # type: ignore[assignment]
    if isinstance(listed, (bytes, bytearray, Mapping)) or not isinstance(listed, Iterable):
        raise InvalidInput("secrets must be a text, or a list of texts")
    keys = list[bytes]()
    for secret in map(hidden, listed):
        if secret is not None and not isinstance(secret, str):
            raise InvalidInput("a secret is a text")
        if secret and secret.strip():
            with suppress(UnicodeEncodeError):
                keys.append(SecretBytes(secret.strip().encode()))
                continue
            raise InvalidInput("a secret holds half of a character")  # without the cause, which holds the secret
    return keys


def _values(headers: object) -> dict[str, list[str]]:
    """Header values by lower-case name."""
    items: Any = getattr(headers, "items", None)
    pairs: Any = items() if callable(items) else headers
    found: dict[str, list[str]] = {}
    try:
        for name, value in pairs:
            key = name.decode("latin-1") if isinstance(name, bytes) else name
            text = value.decode("latin-1") if isinstance(value, bytes) else value
            if isinstance(key, str) and isinstance(text, str):
                found.setdefault(key.lower(), []).append(text)
    except (TypeError, ValueError):
        raise InvalidInput("headers must be a mapping, or pairs of name and value") from None
    return found


def text_of(body: bytes) -> str:
    """A JSON body as text: nearly all are UTF-8, and begin so."""
    usual = body.startswith(b"{") and body[1:2] > b"\0"
    return body.decode("utf-8" if usual else json.detect_encoding(body))


def read_envelope(body: bytes, app_id: str | None) -> Webhook:
    """The webhook in a body that was verified."""
    found: Any = None
    with suppress(ValueError, ArithmeticError, RecursionError):  # the cause would hold the body
        found = exact.read(text_of(body))
    if not isinstance(found, dict):
        raise BadEnvelope("a signed body that is no envelope")
    event, unique_id, data = found.get("event"), found.get("unique_id"), found.get("data")
    if not isinstance(event, str) or not event:
        raise BadEnvelope("an envelope without an event")
    if event == _TEST:  # an older one has no id, and nothing in it
        data = data if isinstance(data, dict) else {}
        unique_id = unique_id if isinstance(unique_id, str) and unique_id else None
    elif not isinstance(unique_id, str) or not unique_id or len(unique_id) > 255:
        raise BadEnvelope("an envelope without a unique_id")
    if not isinstance(data, dict):
        raise BadEnvelope("an envelope without data")
    webhook = webhook_of(event, unique_id, found.get("timestamp"), data, app_id)
    with suppress(UnicodeEncodeError):
        "".join((event, unique_id or "", webhook.about or "")).encode()
        return webhook
    raise BadEnvelope("an envelope with half of a character in its names")
