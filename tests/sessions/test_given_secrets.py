"""What a caller gives as a secret stands in no frame of the error that refuses something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from cryptography.fernet import Fernet
from frames import leaks
from nexus_storefront import AsyncStorefront, Storefront, StorefrontError
from nexus_storefront.stores import EncryptedStore, MemoryStore, RedisStore
from nexus_storefront.transport.fast import fast_transport
from nexus_storefront.webhooks import Receiver, sign, verify

GIVEN = "rahasia-sekali-0123"
ELSEWHERE = "https://api.test"


def moved() -> object:
    inner = MemoryStore()
    store = EncryptedStore(inner, Fernet.generate_key())
    store.put("one", GIVEN.encode())
    kept = inner.get("one")
    assert kept is not None
    inner.put("another", kept.value)
    return store.get("another")


CALLS: dict[str, Callable[[], Any]] = {
    "a webhook that is not signed": lambda: verify(b"{}", {}, GIVEN),
    "one that is signed by another": lambda: verify(b"{}", {"X-Scalev-Hmac-Sha256": "AAAA"}, [GIVEN, "another"]),
    "one that is no envelope": lambda: verify(b"[]", {"X-Scalev-Hmac-Sha256": sign(b"[]", GIVEN)}, (GIVEN,)),
    "a webhook as text": lambda: verify("{}", {}, GIVEN),  # type: ignore[arg-type]
    "a secret that is a number": lambda: verify(b"{}", {}, [GIVEN, 5]),  # type: ignore[list-item]
    "half of a character": lambda: verify(b"{}", {}, GIVEN + "\ud800"),
    "one of several that come one by one": lambda: verify(b"{}", {}, iter([GIVEN, "\ud800"])),
    "two that sign": lambda: sign(b"{}", [GIVEN, "another"]),  # type: ignore[arg-type]
    "a receiver without an inbox": lambda: Receiver(None, GIVEN),  # type: ignore[arg-type]
    "a URL of no Redis": lambda: RedisStore(f"nonsense://:{GIVEN}@localhost"),
    "a prefix that is none": lambda: RedisStore(f"redis://:{GIVEN}@localhost", prefix=5),  # type: ignore[arg-type]
    "no Fernet key": lambda: EncryptedStore(MemoryStore(), GIVEN),
    "no Fernet keys": lambda: EncryptedStore(MemoryStore(), [GIVEN.encode(), b""]),
    "an entry that was moved": moved,
    "a shop of an environment without one": Storefront.from_env,
    "no header": lambda: Storefront("store_x", "sfpk_x", ELSEWHERE).api.with_authorization(f"{GIVEN}\n"),
    "no header, asynchronous": lambda: AsyncStorefront("store_x", "sfpk_x", ELSEWHERE).api.with_authorization(
        f"{GIVEN}\n"
    ),
    "no proxy": lambda: fast_transport(proxy=f"http://user:{GIVEN}@[::1"),
}


@pytest.mark.parametrize("call", CALLS)
def test_what_is_given_as_a_secret_is_in_no_frame(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SCALEV_STORE_UNIQUE_ID", raising=False)
    monkeypatch.setenv("ANOTHER_PROGRAMS", GIVEN)
    with pytest.raises(StorefrontError) as caught:
        CALLS[call]()
    assert not leaks(caught.value, [GIVEN], but_not_in=__file__)
    assert GIVEN not in f"{caught.value} {caught.value!r}"
