-- SPDX-FileCopyrightText: 2026 The Quntai authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The console's cache: everything here can be fetched again.

-- key rises with the time of the message, so that newest first is the order of the table.
CREATE TABLE messages (
    key   INTEGER PRIMARY KEY,
    id    TEXT NOT NULL UNIQUE,
    grp   TEXT NOT NULL,
    seq   INTEGER NOT NULL,
    body  TEXT NOT NULL              -- the message as JSON
) STRICT;
CREATE INDEX messages_by_group ON messages (grp, seq);

-- Pairs of neighbouring characters of the text; rowid = messages.key.
CREATE VIRTUAL TABLE found USING fts5(
    grams, content='', contentless_delete=1, detail='none', tokenize='unicode61 remove_diacritics 0');

-- Events that leave no trace in the state but stand in the timeline.
CREATE TABLE happenings (
    stream  TEXT NOT NULL,
    seq     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    grp     TEXT NOT NULL,
    topic   TEXT NOT NULL,
    type    TEXT NOT NULL,
    data    TEXT NOT NULL,
    PRIMARY KEY (stream, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX happenings_by_time ON happenings (at);

-- The folded state and the positions it stands at: of one instant, for a start without a link.
CREATE TABLE state (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    at         INTEGER NOT NULL,
    positions  TEXT NOT NULL,
    body       BLOB NOT NULL         -- compressed JSON
) STRICT;
