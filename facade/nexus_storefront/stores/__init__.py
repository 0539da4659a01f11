"""Where a shop keeps what must survive: guest token, customer sessions, rate budget, checkout journal.

A store holds all of them side by side, by key. `docs/sessions.md` says which store is for what.
"""

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from ._protocol import (
        AsyncStore as AsyncStore,
        DamagedEntry as DamagedEntry,
        Entry as Entry,
        Lease as Lease,
        LeaseTimeout as LeaseTimeout,
        Store as Store,
        StoreError as StoreError,
        VersionConflict as VersionConflict,
    )
    from .encrypted import EncryptedStore as EncryptedStore, KeyringStore as KeyringStore
    from .file import FileStore as FileStore
    from .leases import LeasesInEntries as LeasesInEntries
    from .memory import MemoryStore as MemoryStore
    from .redis import RedisStore as RedisStore
    from .sqlite import SqliteStore as SqliteStore
else:
    __getattr__, __dir__ = lazy_names(__name__)
