-- SPDX-FileCopyrightText: 2026 The Quntai authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- epoch: the generation of this ledger; only a restore changes it.
CREATE TABLE meta(
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every fact once. id is the order over all streams; seq is gap-free within one.
-- hash = SHA-256(hash of the record before in the stream, header, payload_hash), see chain.h;
-- payload_hash = SHA-256(salt, payload). payload and salt are NULL when erased.
CREATE TABLE event(
    id INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL,
    partition INTEGER NOT NULL,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    group_id TEXT NOT NULL,
    topic_id TEXT NOT NULL,
    hash BLOB NOT NULL,
    payload_hash BLOB NOT NULL,
    salt BLOB,
    payload TEXT,
    UNIQUE(stream, seq),
    CHECK((payload IS NULL) = (salt IS NULL))
) STRICT;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'an event is never deleted');
END;

-- The only change: payload and salt of a data subject's event are erased.
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
WHEN NOT (NEW.payload IS NULL AND NEW.salt IS NULL AND NEW.id IS OLD.id
    AND NEW.stream IS OLD.stream AND NEW.seq IS OLD.seq AND NEW.partition IS OLD.partition
    AND NEW.at IS OLD.at AND NEW.type IS OLD.type AND NEW.version IS OLD.version
    AND NEW.group_id IS OLD.group_id AND NEW.topic_id IS OLD.topic_id
    AND NEW.payload_hash IS OLD.payload_hash AND NEW.hash IS OLD.hash)
BEGIN
    SELECT RAISE(ABORT, 'an event is never changed');
END;

-- Messages of platforms taken in: a second delivery is refused.
CREATE TABLE inbound(
    channel TEXT NOT NULL,
    platform_id TEXT NOT NULL,
    PRIMARY KEY(channel, platform_id)
) STRICT, WITHOUT ROWID;

-- How far a connector has read at its platform.
CREATE TABLE cursor(
    connector TEXT PRIMARY KEY,
    position TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Commands of consoles and what they came to; kept 30 days.
CREATE TABLE command(
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX command_by_age ON command(at);

-- Sends that have not ended: 0 queued, 1 sending.
CREATE TABLE send(
    position INTEGER PRIMARY KEY,
    message_id TEXT NOT NULL UNIQUE,
    group_id TEXT NOT NULL,
    state INTEGER NOT NULL
) STRICT;
