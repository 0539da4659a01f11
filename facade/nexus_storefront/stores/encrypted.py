"""Encryption at rest, in front of any other store."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from typing import Any

from ..errors import InvalidInput
from ..redact import SecretBytes, hidden
from ._protocol import Entry, Lease, Store, StoreError, needs


class EncryptedStore:
    """Encrypts values with Fernet (AES-128-CBC and HMAC-SHA256) before they reach `inner`.

    `key` is a Fernet key (`cryptography.fernet.Fernet.generate_key()`) that the caller keeps, or several: the first
    encrypts, all of them decrypt, so a key is changed by putting the new one in front. Names of keys and times of
    writing stay readable. An entry of another key, moved from another name, or altered, is refused with `StoreError`.
    Needs the extra `[crypto]`.
    """

    def __init__(self, inner: Store, key: bytes | str | Sequence[bytes | str]) -> None:
        key, fernet = hidden(key), needs("cryptography.fernet", "crypto")
        if isinstance(inner, type) or not hasattr(inner, "lease"):
            raise InvalidInput("inner must be a Store")
        self._cipher: Any = None
        with suppress(ValueError, TypeError):
            keys = [key] if isinstance(key, bytes | str) else list(map(hidden, key))
            self._cipher = fernet.MultiFernet([fernet.Fernet(each) for each in keys])
        if self._cipher is None:  # without the cause, which shows the key
            raise InvalidInput("not a Fernet key: it is 32 bytes in URL-safe base64")
        self._invalid = fernet.InvalidToken
        self._inner = inner

    def __repr__(self) -> str:
        return f"EncryptedStore({self._inner!r})"

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("an EncryptedStore cannot be pickled: it would write its key out")

    def get(self, key: str) -> Entry | None:
        entry = self._inner.get(key)
        if entry is None:
            return None
        try:
            plain = SecretBytes(self._cipher.decrypt(entry.value))
        except self._invalid:
            raise StoreError(f"{key} cannot be decrypted with this key") from None
        name = key.encode() + b"\0"
        if not plain.startswith(name):
            raise StoreError(f"{key} holds the entry of another key")
        return Entry(plain[len(name) :], entry.version)

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        sealed = self._cipher.encrypt(key.encode() + b"\0" + value)
        return self._inner.put(key, sealed, expected=expected, ttl=ttl)

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        return self._inner.delete(key, expected=expected)

    def keys(self, prefix: str) -> list[str]:
        return self._inner.keys(prefix)

    def lease(self, key: str, *, ttl: float, wait: float) -> AbstractContextManager[Lease]:
        return self._inner.lease(key, ttl=ttl, wait=wait)

    def close(self) -> None:
        self._inner.close()
