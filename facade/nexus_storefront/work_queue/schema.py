"""The tables of a work queue: a script for each version of the file."""

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

# What arrives is only written down, with nothing beside it to be kept current; whoever works puts many in line at once.
# What differs most is first in its index: to find a place there takes half the time.
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
