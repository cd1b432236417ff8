-- SPDX-FileCopyrightText: 2026 The Quntai authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people wrote and the backend does not have yet. A record carries its own checksum and can be
-- read out of a damaged file without the tables.

CREATE TABLE outbox (
    key     INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    record  TEXT NOT NULL
) STRICT;

CREATE TABLE drafts (
    topic   TEXT PRIMARY KEY,
    record  TEXT NOT NULL
) STRICT;
