// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/storage/database.h"

namespace quntai {

/** The refresh table: tokens that work once, in families. Errors are those of Database. */
class RefreshTokens
{
public:
    struct Use
    {
        UserId user;
        QString family;
    };

    explicit RefreshTokens(Database &database) : m_database(database) {}

    Result<> prepare();
    /** A new token of the family. */
    Result<QString> add(const UserId &user, const QString &family, Instant now);
    /** Unauthenticated for a token that is unknown or too old; for one used before, too, and then
     * its whole family is gone and named in stolen. */
    Result<Use> use(const QString &token, Instant now, QString &stolen);
    Result<> revokeFamily(const QString &family);
    Result<> revokeUser(const UserId &user);

private:
    Database &m_database;
    Statement m_insert;
    Statement m_find;
    Statement m_markUsed;
    Statement m_deleteFamily;
    Statement m_deleteUser;
    Statement m_deleteOld;
};

} // namespace quntai
