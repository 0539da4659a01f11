"""The tables of a work queue, a script for each version of the file, and what is asked of them."""

import sqlite3

FIRST = """
CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  store TEXT NOT NULL, provider TEXT NOT NULL, name TEXT NOT NULL, event_id TEXT NOT NULL,
  state INTEGER NOT NULL, purchase INTEGER NOT NULL, kept INTEGER NOT NULL,
  created REAL NOT NULL, due REAL NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  owner TEXT, body TEXT, reason TEXT,
  UNIQUE (store, provider, name, event_id)
);
CREATE INDEX waiting ON events (store, provider, purchase, due) WHERE state < 2;
CREATE INDEX age ON events (created) WHERE state < 2;
CREATE INDEX dead ON events (store, seq) WHERE state = 3;
CREATE INDEX forgettable ON events (created) WHERE state >= 2 AND kept = 0;
CREATE INDEX personal ON events (created) WHERE state = 3 AND body IS NOT NULL;
CREATE TABLE lanes (
  store TEXT NOT NULL, provider TEXT NOT NULL, waiting INTEGER NOT NULL DEFAULT 0, accepted INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0, paused_until REAL NOT NULL DEFAULT 0, stopped TEXT,
  PRIMARY KEY (store, provider)
) WITHOUT ROWID;
CREATE TABLE counts (
  store TEXT NOT NULL, provider TEXT NOT NULL, what TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (store, provider, what)
) WITHOUT ROWID;
CREATE TRIGGER entered AFTER INSERT ON events WHEN new.state < 2 BEGIN
  INSERT INTO lanes (store, provider, waiting, accepted) VALUES (new.store, new.provider, 1, 1)
    ON CONFLICT (store, provider) DO UPDATE SET waiting = waiting + 1, accepted = accepted + 1;
END;
CREATE TRIGGER moved AFTER UPDATE OF state ON events WHEN (old.state < 2) <> (new.state < 2) BEGIN
  UPDATE lanes SET waiting = waiting + (new.state < 2) - (old.state < 2)
    WHERE store = new.store AND provider = new.provider;
END;
CREATE TRIGGER gone AFTER DELETE ON events WHEN old.state < 2 BEGIN
  UPDATE lanes SET waiting = waiting - 1 WHERE store = old.store AND provider = old.provider;
END;
"""

# The outbox's words become those of any queue, and items may be about one thing.
SECOND = """
ALTER TABLE events RENAME TO work;
ALTER TABLE work RENAME COLUMN provider TO lane;
ALTER TABLE work RENAME COLUMN event_id TO identity;
ALTER TABLE work RENAME COLUMN purchase TO urgent;
ALTER TABLE lanes RENAME COLUMN provider TO lane;
ALTER TABLE counts RENAME COLUMN provider TO lane;
ALTER TABLE work ADD COLUMN about TEXT;
ALTER TABLE work ADD COLUMN position REAL NOT NULL DEFAULT 0;
CREATE INDEX turns ON work (store, lane, about, position, seq) WHERE state < 2 AND about IS NOT NULL;
"""

# What arrives is written to this table alone, with no counts beside it; a worker moves many to `work` at once. The
# index begins with the column that differs most: to find a place in it takes half the time then.
THIRD = """
CREATE TABLE arrived (
  seq INTEGER PRIMARY KEY,
  store TEXT NOT NULL, lane TEXT NOT NULL, name TEXT NOT NULL, identity TEXT NOT NULL,
  urgent INTEGER NOT NULL, kept INTEGER NOT NULL, created REAL NOT NULL,
  body TEXT, about TEXT, position REAL NOT NULL,
  UNIQUE (identity, name, lane, store)
);
"""

SCHEMA = (FIRST, SECOND, THIRD)

SENDING = 1
"""The state of what is leased; 0 is ready, 2 done, 3 dead."""
AT_ONCE = 100
"""Rows changed in one transaction, so that others get their turn in between."""


# A damaged value is read as one of its column's type.
def _as(kind: str, *columns: str) -> str:
    return ", ".join(f"CAST({column} AS {kind})" for column in columns)


def _moment(column: str) -> str:
    return f"max(0.0, min({_as('REAL', column)}, 1e12))"


# An item about something waits while another about the same thing is under way, or comes before it. One that has an
# owner is under way: leased, left by a worker that died, or handed on to others. It goes on before all that came since.
_FREE = (
    "(about IS NULL OR owner IS NOT NULL OR NOT EXISTS (SELECT 1 FROM work o WHERE o.store = work.store"
    " AND o.lane = work.lane AND o.about = work.about AND o.state < 2 AND o.seq <> work.seq"
    " AND (o.owner IS NOT NULL OR (o.position, o.seq) < (work.position, work.seq))))"
)
_DUE = (
    "(SELECT seq FROM work WHERE store = :store AND lane = :lane AND urgent = {} AND state < 2 AND due <= :now"  # noqa: S608
    f" AND {_FREE} ORDER BY due LIMIT 1)"
)
NEXT = (
    # a sum is a number, whatever is in a damaged row
    f"SELECT seq, {_as('TEXT', 'name', 'identity')}, kept, created + 0.0, attempts + 1, state, body FROM work"  # noqa: S608
    f" WHERE seq = coalesce({_DUE.format(1)}, {_DUE.format(0)})"
)
# The numbers of the first and the last bound how many have arrived for all lanes; counting those of one takes longer.
_ROOM = (
    "EXISTS (SELECT 1 FROM lanes WHERE store = :store AND lane = :lane AND waiting"
    " + coalesce((SELECT max(seq) FROM arrived) - (SELECT min(seq) FROM arrived) + 1, 0) < :most)"
)
_KNOWN = "store = :store AND lane = :lane AND name = :name AND identity = :identity"
KNOWN = (f"SELECT 1 FROM arrived WHERE {_KNOWN}", f"SELECT 1 FROM work WHERE {_KNOWN}")  # noqa: S608
INSERT = (
    "INSERT INTO arrived (store, lane, name, identity, urgent, kept, created, body, about, position)"  # noqa: S608
    " SELECT :store, :lane, :name, :identity, :urgent, :kept, :created, :body, :about, :position"
    f" WHERE NOT EXISTS (SELECT 1 FROM work WHERE {_KNOWN}) AND {_ROOM}"
    " ON CONFLICT (store, lane, name, identity) DO NOTHING"
)
_AGAIN = f"due = CASE state WHEN {SENDING:d} THEN :now + :lease ELSE :now END"
SWEPT = (
    # Items that are due later than after any wait: the clock was set back, or the row is damaged. A worker that has it
    # may be at it still, and gets a whole lease.
    f"UPDATE work SET {_AGAIN} WHERE seq IN (SELECT seq FROM work WHERE state < 2 AND due > :longest LIMIT :most)",  # noqa: S608
    # Taken before the clock was set, or by a clock that was fast: their age counts from now.
    f"UPDATE work SET created = :now, {_AGAIN} WHERE seq IN (SELECT seq FROM work WHERE state < 2"  # noqa: S608
    " AND created < :first UNION ALL SELECT seq FROM work WHERE state < 2 AND created > :last"
    " UNION ALL SELECT seq FROM work WHERE state >= 2 AND kept = 0 AND created < :first"
    " UNION ALL SELECT seq FROM work WHERE state = 3 AND body IS NOT NULL AND created < :first LIMIT :most)",
    "UPDATE work SET body = NULL WHERE seq IN (SELECT seq FROM work"
    " WHERE state = 3 AND body IS NOT NULL AND created < :old AND created >= :first LIMIT :most)",
    "DELETE FROM work WHERE seq IN (SELECT seq FROM work"
    " WHERE state >= 2 AND kept = 0 AND created < :forgotten AND created >= :first LIMIT :most)",
)
EXPIRED = (
    "SELECT seq, store, lane FROM work WHERE state < 2 AND created < :old AND created >= :set"
    " AND NOT (state = 1 AND due > :now) LIMIT :most"
)
_OF = "FROM work w WHERE w.store = lanes.store AND w.lane = lanes.lane AND w.state"
_ARRIVED = "FROM arrived a WHERE a.store = lanes.store AND a.lane = lanes.lane"
_NEW = f"(SELECT count(*) {_ARRIVED})"
_OLDEST = f"coalesce((SELECT min(created) {_OF} < 2), (SELECT created {_ARRIVED} ORDER BY seq LIMIT 1))"
LANES = (
    f"SELECT {_as('TEXT', 'store', 'lane')}, {_as('INTEGER', 'waiting')} + {_NEW}, {_as('INTEGER', 'failures')},"  # noqa: S608
    f" {_moment('paused_until')}, {_as('TEXT', 'stopped')}, {_moment(_OLDEST)},"
    f" (SELECT count(*) {_OF} = 3), {_as('INTEGER', 'accepted')} + {_NEW} FROM lanes WHERE store = ? ORDER BY lane"
)
COUNTS = f"SELECT {_as('TEXT', 'lane', 'what')}, {_as('INTEGER', 'n')} FROM counts WHERE store = ?"  # noqa: S608
DEAD = (
    f"SELECT seq, {_as('TEXT', 'store', 'lane', 'name', 'identity')}, {_moment('created')},"  # noqa: S608
    f" {_as('TEXT', 'reason')}, body FROM work WHERE store = ? AND state = 3 ORDER BY seq DESC LIMIT ?"
)
_WAITING = f"(SELECT count(*) {_OF} < 2)"
RECOUNT = (
    "INSERT OR IGNORE INTO lanes (store, lane) SELECT DISTINCT store, lane FROM work WHERE state < 2",
    f"UPDATE lanes SET waiting = {_WAITING} WHERE waiting <> {_WAITING}",  # noqa: S608
)


def line_up(db: sqlite3.Connection) -> int:
    """Put the first `AT_ONCE` items that have arrived in line, and tell how many they were."""
    if not db.execute("SELECT 1 FROM arrived LIMIT 1").fetchone():
        return 0
    first = f"FROM arrived ORDER BY seq LIMIT {AT_ONCE:d}"
    columns = "store, lane, name, identity, urgent, kept, created, body, about, position"
    db.execute(f"INSERT OR IGNORE INTO work ({columns}, due, state) SELECT {columns}, created, 0 {first}")
    return db.execute(f"DELETE FROM arrived WHERE seq IN (SELECT seq {first})").rowcount  # noqa: S608
