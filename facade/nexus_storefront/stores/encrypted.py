"""Encryption at rest, in front of any other store."""

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from inspect import iscoroutinefunction
from typing import Any

from ..clock import SYSTEM_CLOCK, Clock
from ..errors import InvalidInput
from ..redact import SecretBytes, hidden
from ._protocol import Entry, Lease, Store, StoreError, needs
from .file import FileStore


class EncryptedStore:
    """Encrypts values with Fernet (AES-128-CBC and HMAC-SHA256) before they reach `inner`.

    `key` is a Fernet key (`cryptography.fernet.Fernet.generate_key()`) that the caller keeps, or several: the first
    encrypts, all of them decrypt, so a key is changed by putting the new one in front. Names of keys and times of
    writing stay readable. An entry of another key, moved from another name, or altered, is refused with `StoreError`.
    Needs the extra `[crypto]`.
    """

    def __init__(self, inner: Store, key: bytes | str | Sequence[bytes | str]) -> None:
        key, fernet = hidden(key), needs("cryptography.fernet", "crypto")
        if isinstance(inner, type) or not hasattr(inner, "lease") or iscoroutinefunction(inner.get):
            raise InvalidInput("inner must be a Store, whose methods are not awaited")
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
            plain = SecretBytes(self._cipher.decrypt(bytes(entry.value)))
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


class KeyringStore(EncryptedStore):
    """A `FileStore`, encrypted with a key that the operating system's keyring keeps: for a desktop shop.

    The key is made on first use, under `service` and the directory's path. The keyring itself cannot hold the entries:
    it has neither compare-and-swap nor room (2,560 bytes on Windows). Needs the extra `[keyring]`.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, service: str = "nexus-storefront", clock: Clock = SYSTEM_CLOCK
    ) -> None:
        if not isinstance(service, str) or not service:
            raise InvalidInput("service must be a text")
        self._keyring = needs("keyring", "keyring")
        fernet = needs("cryptography.fernet", "keyring")
        files = FileStore(path, clock=clock)
        name = os.path.realpath(path)
        with files.lease("keyring", ttl=60, wait=60) as lease:
            key = hidden(self._call("get_password", service, name))
            if key is None:
                if any(not each.startswith("lease/") for each in files.keys("")):
                    raise StoreError(f"the keyring has no key for {name}, and what is there was encrypted with it")
                if not lease.still_held():  # somebody was asked to unlock it, and took their time
                    raise StoreError("the keyring took too long to answer: try again")
                key = hidden(fernet.Fernet.generate_key().decode())
                self._call("set_password", service, name, key)
        try:
            super().__init__(files, key)
        except ValueError:
            # `from None`: the cause could show what the keyring holds instead of a key.
            raise StoreError(f"the keyring holds no Fernet key for {name}") from None
        self._path = name

    def __repr__(self) -> str:
        return f"KeyringStore({self._path!r})"

    def _call(self, method: str, *arguments: str) -> str | None:
        try:
            answer: str | None = getattr(self._keyring, method)(*arguments)
            return answer
        except Exception as error:
            raise StoreError(f"the operating system's keyring refused: {type(error).__name__}") from None
