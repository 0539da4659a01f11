"""Where a shop keeps what must survive: guest token, customer sessions, rate budget, checkout journal.

A store holds all of them side by side, by key. `docs/sessions.md` says which store is for what.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ._protocol import DamagedEntry, Entry, Lease, LeaseTimeout, Store, StoreError, VersionConflict
from .leases import LeasesInEntries
from .memory import MemoryStore

if TYPE_CHECKING:
    from .encrypted import EncryptedStore as EncryptedStore
    from .file import FileStore as FileStore
    from .keyring import KeyringStore as KeyringStore
    from .redis import RedisStore as RedisStore
    from .sqlite import SqliteStore as SqliteStore

_LAZY = {
    "EncryptedStore": "encrypted",
    "FileStore": "file",
    "KeyringStore": "keyring",
    "RedisStore": "redis",
    "SqliteStore": "sqlite",
}

__all__ = [
    "DamagedEntry",
    "EncryptedStore",
    "Entry",
    "FileStore",
    "KeyringStore",
    "Lease",
    "LeaseTimeout",
    "LeasesInEntries",
    "MemoryStore",
    "RedisStore",
    "SqliteStore",
    "Store",
    "StoreError",
    "VersionConflict",
]


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_LAZY[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
