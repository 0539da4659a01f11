"""A store whose key is kept by the operating system."""

import os

from ..clock import SYSTEM_CLOCK, Clock
from ..errors import InvalidInput
from ..redact import hidden
from ._protocol import StoreError, needs
from .encrypted import EncryptedStore
from .file import FileStore


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
        with files.lease("keyring", ttl=60, wait=60):
            key = hidden(self._call("get_password", service, name))
            if key is None:
                if files.keys("session/") or files.keys("guest/"):
                    raise StoreError(f"the keyring has no key for {name}, and what is there was encrypted with it")
                key = hidden(fernet.Fernet.generate_key().decode())
                self._call("set_password", service, name, key)
        try:
            super().__init__(files, key)
        except ValueError:
            # `from None`: the cause could show what is there instead of the key.
            raise StoreError(f"the keyring holds no Fernet key for {name}") from None
        self._path = name

    def __repr__(self) -> str:
        return f"KeyringStore({self._path!r})"

    def _call(self, method: str, *arguments: str) -> str | None:
        try:
            answer: str | None = getattr(self._keyring, method)(*arguments)
            return answer
        except self._keyring.errors.KeyringError as error:
            raise StoreError(f"the operating system's keyring refused: {type(error).__name__}") from None
