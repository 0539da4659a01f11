"""The decisions about a session, without a store or a service."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import given, strategies as st
from nexus_commerce.models import CustomerAuthTokenResponseBody
from nexus_storefront.auth.session_record import (
    LONGEST_PAUSE,
    TRIES,
    SessionRecord,
    Tokens,
    account_digest,
    pause_before,
    token_after,
)
from nexus_storefront.errors import (
    BadRequest,
    ConnectionFailed,
    DecodeError,
    NotFound,
    RateLimited,
    ServerError,
    StorefrontError,
    Timeout,
    Unauthorized,
)
from nexus_storefront.redact import Secret
from nexus_storefront.transport.judge import error_for

TOKENS = Tokens(Secret("access-1"), Secret("refresh-1"), 900, 2_592_000)
RECORD = attrs.evolve(SessionRecord.begin(TOKENS, "someone", 1000.0), family="f")


def answer(**changes: object) -> object:
    fields = {"access": "a", "refresh": "r", "token_type": "Bearer", "expires_in": 900, "refresh_expires_in": 5}
    return CustomerAuthTokenResponseBody.from_dict({**fields, **changes})


def test_tokens_of_an_answer() -> None:
    tokens = Tokens.of(answer())
    assert tokens == Tokens(Secret("a"), Secret("r"), 900, 5)
    assert Tokens.of({"access": "a", "refresh": "r", "expires_in": "60", "refresh_expires_in": 5.0}) == Tokens(
        Secret("a"), Secret("r"), 60, 5
    )


@pytest.mark.parametrize("odd", [None, "", {}, [], True, -5, 0, "soon"])
def test_a_lifetime_that_cannot_be_read_is_the_documented_one(odd: object) -> None:
    tokens = Tokens.of(answer(expires_in=odd, refresh_expires_in=odd))
    assert tokens is not None
    assert (tokens.expires_in, tokens.refresh_expires_in) == (900, 2_592_000)


@pytest.mark.parametrize("odd", [None, "", {}, [], True])
def test_half_a_pair_is_no_pair(odd: object) -> None:
    assert Tokens.of(answer(access=odd)) is None
    assert Tokens.of(answer(refresh=odd)) is None
    assert Tokens.of(None) is None


def test_generations() -> None:
    assert (RECORD.generation, RECORD.presented, RECORD.access_until, RECORD.refresh_until) == (1, 0, 1900, 2_593_000)
    marked = RECORD.presenting()
    assert (marked.presented, marked.exhausted, marked.presenting().exhausted) == (1, False, True)
    second = marked.renewed(Tokens(Secret("access-2"), Secret("refresh-2"), 60, 600), 2000)
    assert (second.generation, second.presented, second.family, second.account) == (2, 0, "f", "someone")
    assert (second.access_until, second.refresh_until, second.lifetime) == (2060, 2600, 60)
    assert second.supersedes(marked)
    assert not marked.supersedes(second)
    assert not second.supersedes(second)
    assert not second.supersedes(SessionRecord.begin(TOKENS, "someone", 0))
    ended = marked.ended("refused")
    assert (ended.access, ended.refresh, ended.lost, ended.generation) == ("", "", "refused", 2)
    assert not second.supersedes(ended)


def test_remaining_time_is_never_more_than_was_given() -> None:
    assert RECORD.remaining(1000) == 900
    assert RECORD.remaining(1600) == 300
    assert RECORD.remaining(5000) == 0
    assert RECORD.remaining(-10_000) == 900


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(value: bytes) -> None:
    assert SessionRecord.from_bytes(value) is None


def test_a_record_survives_the_store() -> None:
    for record in (RECORD, RECORD.presenting(), RECORD.ended("answer_lost")):
        assert SessionRecord.from_bytes(record.to_bytes()) == record


def test_a_record_of_another_version_is_read() -> None:
    kept = json.loads(RECORD.to_bytes())
    assert SessionRecord.from_bytes(json.dumps(kept | {"of_a_later_version": 1}).encode()) == RECORD
    assert (
        SessionRecord.from_bytes(json.dumps(kept | {"presented": 0, "lost": None}).encode()) == RECORD
    )  # as 0.1 wrote it


@pytest.mark.parametrize(
    "odd",
    [
        {"lost": "why"},
        {"family": None},
        {"access": 5},
        {"access": ""},
        {"access": "two\nlines"},
        {"refresh": ["r"]},
        {"generation": "1"},
        {"presented": True},
        {"access_until": float("nan")},
        {"refresh_until": float("inf")},
        {"refresh_until": 10**400},
        {"lifetime": "900"},
    ],
)
def test_a_record_with_a_value_of_another_kind_is_damaged(odd: dict[str, object]) -> None:
    assert SessionRecord.from_bytes(json.dumps({**json.loads(RECORD.to_bytes()), **odd}).encode()) is None


@pytest.mark.parametrize("value", [b"[" * 100_000, b"[]", b"null", b"{}", RECORD.to_bytes()[:-1], b"9" * 10_000])
def test_what_is_no_record_is_damaged(value: bytes) -> None:
    assert SessionRecord.from_bytes(value) is None


def test_nothing_secret_shows() -> None:
    for thing in (TOKENS, RECORD, RECORD.access, [RECORD.refresh], {"token": RECORD.access}):
        assert "-1" not in repr(thing)
    assert f"Bearer {RECORD.access}" == "Bearer access-1"


def refusal(status: int, content: bytes, kind: str = "application/json") -> StorefrontError:
    return error_for(status, {"content-type": kind}, content, operation_id="refreshCustomerJwt", changes_something=True)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (refusal(401, b'{"error": "invalid token"}'), "refused"),
        (refusal(401, b'{"error_code": "token_revoked"}', "text/plain"), "refused"),
        (refusal(401, b'{"message": "no"}'), "refused"),
        (refusal(401, b"<html>log in to the hotel</html>", "text/html"), "unused"),
        (refusal(401, b"", "text/plain"), "unused"),
        (refusal(401, b'{"error": "inv'), "unknown"),
        (refusal(401, b"[]"), "unknown"),
        (refusal(400, b'{"error": "bad"}'), "unused"),
        (refusal(404, b'{"error": "Store not found"}'), "unused"),
        (refusal(429, b"slow down", "text/plain"), "unused"),
        *((refusal(status, b"<html>", "text/html"), "unused") for status in (500, 502, 503, 504, 520)),
        (ConnectionFailed("refused", effect="nothing_left"), "unused"),
        (ConnectionFailed("reset", effect="may_have_taken_effect"), "unknown"),
        (Timeout("connect", effect="nothing_left"), "unused"),
        (Timeout("read", effect="may_have_taken_effect"), "unknown"),
        (DecodeError("truncated", effect="may_have_taken_effect"), "unknown"),
        (StorefrontError("anything else"), "unused"),
        (Timeout("the body of a 401", effect="refused"), "unknown"),
        (ConnectionFailed("the body of a 401", effect="refused"), "unknown"),
    ],
)
def test_what_a_failure_has_done_to_the_refresh_token(error: StorefrontError, outcome: str) -> None:
    assert token_after(error) == outcome


def test_a_refresh_that_was_put_off_waits_as_long_as_it_was_asked_to() -> None:
    def limited(seconds: float | None) -> RateLimited:
        return RateLimited("slow down", status=429, retry_after=seconds)

    soon = pause_before(limited(None), 1)
    assert soon is not None
    assert soon < 1.0
    asked = pause_before(limited(2.0), 1)
    assert asked is not None
    assert asked >= 2.0
    # Longer than a shopper waits: the next call tries.
    assert pause_before(limited(LONGEST_PAUSE + 1), 1) is None
    assert pause_before(limited(None), TRIES) is None


def test_the_errors_are_of_the_classes_meant() -> None:
    kinds = {400: BadRequest, 401: Unauthorized, 404: NotFound, 429: RateLimited, 502: ServerError}
    assert {status: type(refusal(status, b"{}")) for status in kinds} == kinds


def test_accounts_are_told_apart_without_the_address() -> None:
    digest = account_digest("store", " Sari@Example.com ")
    assert digest == account_digest("store", "sari@example.com")
    assert digest != account_digest("other", "sari@example.com")
    assert digest != account_digest("store", "sari2@example.com")
    assert "sari" not in digest
