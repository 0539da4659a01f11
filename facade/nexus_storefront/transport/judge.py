"""What became of a call: how an answer, the lack of one, or one that cannot be read becomes an error of ours. Pure.

The one place where it is decided what a failed call may have done, see `errors.Effect`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

import httpx

from .. import errors
from ..errors import DecodeError, Effect, StatusError, StorefrontError
from ..redact import Secret, decoded, excerpt, redact, request_id, secrets_in, without_secrets
from .unpacking import MAX_BODY, BodyTooLong
from .unsent import RequestHookFailed

if TYPE_CHECKING:
    from .call import Call

# At most so many field errors of an answer are read into an error.
_MOST_FIELDS = 20

BY_STATUS: dict[int, type[StatusError]] = {
    400: errors.BadRequest,
    401: errors.Unauthorized,
    403: errors.Forbidden,
    404: errors.NotFound,
    409: errors.Conflict,
    422: errors.Unprocessable,
    429: errors.RateLimited,
}
STORE_NOT_FOUND = "store id and key have to belong together, and the store needs a paid plan; look at all three"

BY_CODE: dict[str, type[StatusError]] = {
    "checkout_intent_completed": errors.CheckoutIntentCompleted,
    "checkout_intent_not_allowed": errors.CheckoutIntentNotAllowed,
    "recaptcha_failed": errors.RecaptchaFailed,
}


def error_for(
    status: int,
    headers: Mapping[str, str],
    content: bytes,
    *,
    operation_id: str | None,
    changes_something: bool,
    retry_after: float | None = None,
    of_store: bool = False,
) -> StatusError:
    """The typed error of an answer. Reads any body: the contract's shape, other JSON, text, HTML, nothing.

    `of_store`: the request's path named nothing but the store, so that this is likely what was not found.
    """
    effect = headers.call.effect if isinstance(headers, HeadersOfACall) else effect_of(status, changes_something)
    headers, content = _without_what_was_sent(headers, content)
    body = decoded(content)
    code = body.get("error_code") if isinstance(body, dict) else None
    code = redact(code, 100) if isinstance(code, str) else None
    general = BY_STATUS.get(status) or (errors.ServerError if status >= 500 else StatusError)
    special = BY_CODE.get(code or "", general)
    error = (special if issubclass(special, general) else general)(
        redact(_message(status, headers, body, content)),
        operation_id=operation_id,
        effect=effect,
    )
    error.status, error.code, error.headers, error.content = status, code, headers, content
    error.field_errors = _field_errors(body)
    error.request_id = request_id(headers)
    error.body_excerpt = excerpt(content)
    error.retry_after = retry_after
    if of_store and status == 404:
        error.add_note(f"if it is the store: {STORE_NOT_FOUND}")
    return error


def _message(status: int, headers: Mapping[str, str], body: object, content: bytes) -> str:
    if isinstance(body, dict):
        for candidate in (body.get("message"), body.get("error"), body.get("errors")):
            if candidate not in (None, "", [], {}):
                return candidate if isinstance(candidate, str) else json.dumps(candidate, ensure_ascii=False)
    text = content[:200].decode("utf-8", "replace").strip()
    if body is None and text and "html" not in headers.get("content-type", "") and not text.startswith("<"):
        return text
    return "rate limited" if status == 429 else "the service answered with an error"


def _field_errors(body: object) -> dict[str, tuple[str, ...]]:
    """`errors` as field → messages: an object of them, or a list of objects naming `field`."""
    found: dict[str, tuple[str, ...]] = {}
    if not isinstance(body, dict):
        return found
    fields = body.get("errors")
    if not fields and isinstance(body.get("error"), dict):
        fields = body["error"]
    if isinstance(fields, dict):
        for field, messages in islice(fields.items(), _MOST_FIELDS):
            some = messages[:5] if isinstance(messages, list) else [messages]
            found[redact(str(field), 100)] = tuple(redact(str(message)) for message in some)
    elif isinstance(fields, list):
        for entry in fields[:_MOST_FIELDS]:
            if isinstance(entry, dict) and isinstance(entry.get("field"), str):
                field = redact(entry["field"], 100)
                found[field] = (*found.get(field, ()), redact(str(entry.get("message", "invalid"))))
    return found


class HeadersOfACall(httpx.Headers):
    """The headers of an answer, with the call that it answers.

    A generated operation hands on status, headers and body only. An error made of these has to know what all attempts
    of the call may have done, and which secrets were sent, because an answer may repeat them.
    """

    def __init__(self, headers: httpx.Headers, call: Call) -> None:
        super().__init__(headers)
        self.call = call

    def __reduce__(self) -> tuple[object, ...]:
        return httpx.Headers, (self.raw,)  # without the call, which holds what was sent


def _without_what_was_sent(headers: Mapping[str, str], content: bytes) -> tuple[Mapping[str, str], bytes]:
    """An answer without the secrets that its call sent. Nothing may be cut off before: half a secret is not found."""
    if not isinstance(headers, HeadersOfACall):
        return headers, content
    call = headers.call
    path = zip(call.operation.path.split("/"), call.request["url"].split("/"), strict=False)
    slugs = [Secret(unquote(part)) for name, part in path if "secret" in name]
    secrets = secrets_in((call.headers, call.request.get("json"), slugs))
    shown = httpx.Headers([(name, without_secrets(value, secrets)) for name, value in headers.raw])
    content = without_secrets(content, secrets)
    # JSON may escape any character, and may be in other encodings: then the decoded body is searched as well.
    if b"\\u" not in content and b"\0" not in content:
        return shown, content
    plain = json.dumps(decoded(content)).encode()
    clean = without_secrets(plain, secrets)
    return shown, content if clean == plain else clean


def effect_of(status: int | None, changes_something: bool, *, readable: bool = True) -> Effect:
    """What a request that was sent may have done, by the status of its answer; None where that was lost.

    A refusal changes nothing. A server that failed may have failed after it committed. A status that says that somebody
    gave up waiting (408, 421, 425, 499), or a redirect, does not say what the service did. A success is no failure, so
    it counts like a refusal, unless its body is not `readable`: a 201 then says that something was created, and any
    other success may be a proxy's page.
    """
    if not changes_something:
        return "refused"
    if status is None or not 200 <= status < 500 or 300 <= status < 400 or status in (408, 421, 425, 499):
        return "may_have_taken_effect"
    if status >= 400 or readable:
        return "refused"
    return "took_effect" if status == 201 else "may_have_taken_effect"


def lost_answer(
    error: Exception, effect: Effect, *, operation_id: str | None = None, what: str = "", url: httpx.URL | None = None
) -> StorefrontError:
    """The typed error of a request without an answer.

    The message of an error of `httpx` is shown, redacted; that of another transport's error is not, and none is if
    `what`, a name for the request, is given. If no connection was made, the host of `url` is named.
    """
    kind: type[StorefrontError] = errors.ConnectionFailed
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        kind = errors.Timeout
    elif isinstance(error, httpx.DecodingError | BodyTooLong):
        kind = DecodeError
    name = type(error).__name__
    if isinstance(error, BodyTooLong):
        message = f"a body of more than {MAX_BODY >> 20} MiB"
    elif isinstance(error, RequestHookFailed):
        message = str(error)
    elif isinstance(error, httpx.HTTPError) and not what:
        # An error about bytes that cannot be sent or read quotes them: the caller's secret, or a shopper's address.
        detail = redact(re.sub(r"(?s)\s*(?:\bbytearray\()?\bb['\"].*", "", str(error)))
        message = f"{name}: {detail}" if detail else name
        if url is not None and isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
            message = f"{message}, at {url.scheme}://{url.netloc.decode()}"
    else:
        message = name
    return kind(f"{what}: {message}" if what else message, operation_id=operation_id, effect=effect)


def no_client(error: Exception) -> errors.ConnectionFailed:
    """The error of an HTTP client that cannot be made. Not in its own words: a proxy's URL may hold a password."""
    return errors.ConnectionFailed(
        "no HTTP client can be made in this environment (its proxies: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, "
        f"NO_PROXY; its certificates: SSL_CERT_FILE, SSL_CERT_DIR, SSLKEYLOGFILE): {type(error).__name__}",
        effect="nothing_left",
    )


def unreadable(
    status: int, headers: Mapping[str, str], content: bytes, *, operation_id: str | None, changes_something: bool
) -> DecodeError:
    """The typed error of an answer that is not what the contract describes."""
    headers, content = _without_what_was_sent(headers, content)
    return DecodeError(
        "the answer is not what the contract describes",
        operation_id=operation_id,
        effect=effect_of(status, changes_something, readable=False),
        status=status,
        request_id=request_id(headers),
        body_excerpt=excerpt(content),
    )
