"""Where a shop keeps what must survive: guest token, customer sessions, rate budget, checkout journal.

A store holds all of them side by side, by key. `docs/sessions.md` says which store is for what.
"""

from typing import TYPE_CHECKING

from .._lazy import lazy_names
from ._protocol import AsyncStore, DamagedEntry, Entry, Lease, LeaseTimeout, Store, StoreError, VersionConflict
from .leases import LeasesInEntries
from .memory import MemoryStore

if TYPE_CHECKING:
    from .encrypted import EncryptedStore as EncryptedStore
    from .file import FileStore as FileStore
    from .keyring import KeyringStore as KeyringStore
    from .redis import RedisStore as RedisStore
    from .sqlite import SqliteStore as SqliteStore

_HOME = {
    "encrypted": ("EncryptedStore",),
    "file": ("FileStore",),
    "keyring": ("KeyringStore",),
    "redis": ("RedisStore",),
    "sqlite": ("SqliteStore",),
}

__all__ = [
    "AsyncStore",
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

__getattr__, __dir__ = lazy_names(__name__, _HOME)
