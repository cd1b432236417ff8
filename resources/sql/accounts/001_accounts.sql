-- SPDX-FileCopyrightText: 2026 The Quntai authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Secrets of users, by the id the ledger knows them by. hash is argon2id in libsodium's text form,
-- and after a line break a check sum over both (accountcheck.h).
CREATE TABLE password(
    user_id TEXT PRIMARY KEY,
    hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Refresh tokens: each works once. All that came from one sign-in are a family; a token used a
-- second time was stolen, and its family is revoked. token is a SHA-256.
CREATE TABLE refresh(
    token BLOB PRIMARY KEY,
    user_id TEXT NOT NULL,
    family TEXT NOT NULL,
    expires INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_by_family ON refresh(family);
CREATE INDEX refresh_by_user ON refresh(user_id);
