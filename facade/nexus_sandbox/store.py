"""State: one SQLite connection, one transaction at a time.

All requests of a sandbox run their transaction under one lock on one connection, so writes are serialised by
construction: no update is lost and SQLite never sees a second writer. A file database uses a write-ahead log whose
frames are handed to the operating system at commit, so what was answered survives a killed process.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

Row = sqlite3.Row
Record = sqlite3.Row | dict[str, Any]
"""A row, or a snapshot of one by column."""

_VERSION = 3
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE counters (kind TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE categories (id INTEGER PRIMARY KEY, name TEXT NOT NULL, full_path TEXT NOT NULL);
CREATE TABLE items (
    seq INTEGER PRIMARY KEY, entity TEXT NOT NULL, id INTEGER NOT NULL, bundle_id INTEGER,
    unique_id TEXT NOT NULL, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL, description TEXT, rich_description TEXT,
    item_type TEXT NOT NULL, hidden INTEGER NOT NULL DEFAULT 0, category_id INTEGER, images TEXT NOT NULL,
    option1 TEXT, option2 TEXT, price_min INTEGER NOT NULL, price_max INTEGER NOT NULL, created REAL NOT NULL,
    UNIQUE (entity, id)
);
CREATE INDEX items_listed ON items (hidden, seq);
CREATE TABLE variants (
    id INTEGER PRIMARY KEY, item_seq INTEGER NOT NULL, unique_id TEXT NOT NULL UNIQUE, uuid TEXT NOT NULL UNIQUE,
    sku TEXT NOT NULL, option1 TEXT, option2 TEXT, item_type TEXT NOT NULL, price INTEGER NOT NULL, stock INTEGER,
    weight INTEGER NOT NULL, pricing_type TEXT NOT NULL DEFAULT 'one_time', period TEXT, period_count INTEGER,
    disabled INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX variants_of ON variants (item_seq);
CREATE TABLE bundle_lines (
    bundle_price_option_id INTEGER NOT NULL, variant_id INTEGER NOT NULL, quantity INTEGER NOT NULL,
    PRIMARY KEY (bundle_price_option_id, variant_id)
) WITHOUT ROWID;

CREATE TABLE locations (
    id INTEGER PRIMARY KEY, province_id INTEGER NOT NULL, province TEXT NOT NULL, city_id INTEGER NOT NULL,
    city TEXT NOT NULL, subdistrict TEXT NOT NULL, postal_codes TEXT NOT NULL
);
CREATE INDEX locations_city ON locations (city_id);
CREATE INDEX locations_province ON locations (province_id);

CREATE TABLE carts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, token TEXT UNIQUE, customer_id INTEGER UNIQUE, created REAL NOT NULL
);
CREATE TABLE cart_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT, cart_id INTEGER NOT NULL, type TEXT NOT NULL, ref INTEGER NOT NULL,
    quantity INTEGER NOT NULL, UNIQUE (cart_id, type, ref)
);

CREATE TABLE customers (
    id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT, phone TEXT, password TEXT NOT NULL,
    otp_required INTEGER NOT NULL DEFAULT 0, date_of_birth TEXT, sex TEXT, unsubscribed INTEGER NOT NULL DEFAULT 0,
    password_generated INTEGER NOT NULL DEFAULT 0, created REAL NOT NULL, updated REAL NOT NULL
);
CREATE TABLE addresses (
    id INTEGER PRIMARY KEY AUTOINCREMENT, customer_id INTEGER NOT NULL, name TEXT, phone TEXT, email TEXT,
    location_id INTEGER, address TEXT, postal_code TEXT, notes TEXT
);
CREATE INDEX addresses_of ON addresses (customer_id, id);
CREATE TABLE otps (
    email TEXT PRIMARY KEY, code TEXT NOT NULL, expires REAL NOT NULL, tries INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE families (
    id INTEGER PRIMARY KEY AUTOINCREMENT, customer_id INTEGER NOT NULL, started REAL NOT NULL, revoked REAL,
    reason TEXT, refreshes INTEGER NOT NULL DEFAULT 0, spent_presented INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE tokens (
    digest TEXT PRIMARY KEY, family_id INTEGER NOT NULL, kind TEXT NOT NULL, expires REAL NOT NULL,
    state TEXT NOT NULL DEFAULT 'live'
) WITHOUT ROWID;
CREATE INDEX tokens_family ON tokens (family_id);
CREATE TABLE resets (
    token TEXT PRIMARY KEY, customer_id INTEGER NOT NULL, expires REAL NOT NULL, used INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE mails (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, recipient TEXT NOT NULL, kind TEXT NOT NULL,
    subject TEXT NOT NULL, body TEXT NOT NULL, link TEXT, code TEXT
);

CREATE TABLE discounts (code TEXT PRIMARY KEY COLLATE NOCASE, doc TEXT NOT NULL, used INTEGER NOT NULL DEFAULT 0);
CREATE TABLE orders (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, slug TEXT NOT NULL UNIQUE, order_id TEXT NOT NULL UNIQUE,
    customer_id INTEGER, status TEXT NOT NULL, expires REAL, phone TEXT NOT NULL, ip TEXT NOT NULL,
    created REAL NOT NULL, doc TEXT NOT NULL
);
CREATE INDEX orders_by_phone ON orders (phone, created);
CREATE INDEX orders_by_ip ON orders (ip, created);
CREATE INDEX orders_of ON orders (customer_id, n);
CREATE INDEX orders_due ON orders (expires) WHERE status = 'pending';
CREATE TABLE uploads (
    key TEXT PRIMARY KEY, order_n INTEGER NOT NULL, filename TEXT NOT NULL, content_type TEXT NOT NULL,
    content_length INTEGER NOT NULL, signature TEXT NOT NULL, expires REAL NOT NULL, content BLOB
) WITHOUT ROWID;
CREATE TABLE storage_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL,
    status INTEGER NOT NULL, leaked TEXT NOT NULL
);

CREATE TABLE subscriptions (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, customer_id INTEGER NOT NULL, doc TEXT NOT NULL,
    started REAL NOT NULL
);
CREATE INDEX subscriptions_of ON subscriptions (customer_id, n);
CREATE TABLE subscription_items (
    id TEXT PRIMARY KEY, subscription_id TEXT NOT NULL, doc TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE entitlements (
    customer_id INTEGER NOT NULL, variant_id INTEGER NOT NULL, PRIMARY KEY (customer_id, variant_id)
) WITHOUT ROWID;
CREATE TABLE course_progress (
    customer_id INTEGER NOT NULL, content_uuid TEXT NOT NULL, progress REAL NOT NULL, at REAL NOT NULL,
    PRIMARY KEY (customer_id, content_uuid)
) WITHOUT ROWID;

CREATE TABLE intents (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, session TEXT NOT NULL, widget TEXT NOT NULL, token TEXT NOT NULL UNIQUE,
    prefill TEXT NOT NULL UNIQUE, status TEXT NOT NULL, sequence INTEGER NOT NULL, doc TEXT NOT NULL, order_id TEXT,
    started REAL NOT NULL, active REAL NOT NULL, expires REAL NOT NULL, completed REAL,
    abandonment_noted INTEGER NOT NULL DEFAULT 0, UNIQUE (owner, session)
) WITHOUT ROWID;
CREATE TABLE webhooks (
    name TEXT PRIMARY KEY, url TEXT NOT NULL, secret TEXT NOT NULL, events TEXT NOT NULL, active INTEGER NOT NULL,
    app_id TEXT
) WITHOUT ROWID;
CREATE TABLE webhook_deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT, webhook TEXT NOT NULL, event TEXT NOT NULL, unique_id TEXT NOT NULL,
    at REAL NOT NULL, body BLOB NOT NULL, state TEXT NOT NULL, due REAL NOT NULL, attempts TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (id) WHERE state = 'waiting';
CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, channel TEXT NOT NULL, provider TEXT NOT NULL,
    name TEXT NOT NULL, event_id TEXT, counted INTEGER NOT NULL, doc TEXT NOT NULL
);
CREATE INDEX events_key ON events (provider, name, event_id, at);
"""


def number_in(value: object) -> int:
    """The number of a row, as paths and bodies name it; -1, which no row has, for what is none."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else -1


class Happening(NamedTuple):
    """What happened in a transaction, with a snapshot of what it happened to. `at` in epoch seconds."""

    event: str
    snapshot: dict[str, Any]
    at: float


def _nothing(*_: object) -> None:
    """Nobody listens, and time makes nothing due."""


class Store:
    """The database of one sandbox. `path` None keeps it in memory."""

    def __init__(self, path: str | Path | None, seed: int) -> None:
        if path is not None and not Path(path).exists():
            # The state holds guest tokens and personal data: for its owner's eyes only. A file that is there is not
            # opened here: closing it would drop the locks of another sandbox of this process.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        self._db = sqlite3.connect(
            ":memory:" if path is None else str(path),
            isolation_level=None,
            check_same_thread=False,
            timeout=30,
            cached_statements=256,
        )
        self._db.row_factory = sqlite3.Row
        self.on_begin: Callable[[], None] = _nothing
        self.on_happenings: Callable[[list[Happening]], None] = _nothing
        self._noted: list[Happening] = []
        self._lock = threading.RLock()
        self._depth = 0
        if path is not None:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
        self.fresh = not self.one("SELECT 1 FROM sqlite_master WHERE name = 'meta'")
        if self.fresh:
            with self.transaction():
                for statement in _SCHEMA.split(";"):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version = {_VERSION}")
                self.remember("seed", seed)
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version != _VERSION:
            self._db.close()
            raise ValueError(f"{path} is of layout {version}, this sandbox reads {_VERSION}: start with a new file")
        self.seed = int(self.recall("seed"))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run the block alone; commit at its end, or undo all of it on any exception. Nested blocks join the outer.

        It begins with `on_begin`, which does what time has made due. What `note` was told in it goes to `on_happenings`
        before the commit, and is forgotten when it is undone.
        """
        with self._lock:
            if self._depth:
                yield
                return
            self._db.execute("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                self.on_begin()
                yield
                if self._noted:
                    self.on_happenings(self._noted)
                self._db.execute("COMMIT")
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            finally:
                self._depth = 0
                self._noted = []

    def note(self, event: str, row: Row, now: float) -> None:
        """Note that `event` happened to the order or checkout intent in `row`, as it is now."""
        self._noted.append(Happening(event, dict(row), now))

    def one(self, sql: str, *values: Any) -> Row | None:
        row: Row | None = self._db.execute(sql, values).fetchone()
        return row

    def all(self, sql: str, *values: Any) -> list[Row]:
        return self._db.execute(sql, values).fetchall()

    def run(self, sql: str, *values: Any) -> int:
        """Execute a statement; return the number of rows it changed."""
        return self._db.execute(sql, values).rowcount

    def insert(self, sql: str, *values: Any) -> int:
        """Execute an INSERT; return the new row's id."""
        return self._db.execute(sql, values).lastrowid or 0

    def fill(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        self._db.executemany(sql, rows)

    def remember(self, key: str, value: Any) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, json.dumps(value)))

    def recall(self, key: str, default: Any = None) -> Any:
        row = self.one("SELECT value FROM meta WHERE key = ?", key)
        return default if row is None else json.loads(row["value"])

    def count(self, kind: str) -> int:
        """Return the next number of `kind`, from 1."""
        row = self.one(
            "INSERT INTO counters VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET n = n + 1 RETURNING n", kind
        )
        assert row is not None
        return int(row["n"])

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def __del__(self) -> None:
        # One that was dropped open is closed here: Python 3.13 warns of a connection that is left to be collected.
        with suppress(AttributeError):  # none was opened
            self._db.close()

    # Identifiers follow from the seed and a counter: the same run makes the same ids, and a restart repeats none.

    def _digest(self, kind: str, n: int, size: int) -> bytes:
        return hashlib.blake2b(f"{self.seed}/{kind}/{n}".encode(), digest_size=size).digest()

    def make_uuid(self, kind: str, n: int | None = None) -> str:
        """Return a random-looking UUID (version 4 form) for the `n`th, or next, thing of `kind`."""
        return str(uuid.UUID(bytes=self._digest(kind, self.count(kind) if n is None else n, 16), version=4))

    def make_code(self, kind: str, length: int, n: int | None = None, alphabet: str = "") -> str:
        """Return a random-looking code of `length` characters (at most 64) for the `n`th, or next, thing of `kind`."""
        letters = alphabet or "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        number = self.count(kind) if n is None else n
        return "".join(letters[byte % len(letters)] for byte in self._digest(kind, number, length))
