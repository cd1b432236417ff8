// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/storage/database.h"

namespace quntai {

/** The refresh table: tokens in families. Errors are those of Database.
 *
 * A token works once. The answer with the next one may get lost, so for graceMs it works again, as
 * long as nothing of an earlier answer was used: the console that lost it goes on. Every other
 * second use, also of two answers to one token, is a theft and ends the family.
 */
class RefreshTokens
{
public:
    struct Use
    {
        UserId user;
        QString family;
        QByteArray token;  //!< the key of what was used; the parent of what is given for it
    };

    static constexpr qint64 graceMs = 120'000;

    explicit RefreshTokens(Database &database) : m_database(database) {}

    Result<> prepare();
    /** A new token of the family, given for parent (empty: for another proof). */
    Result<QString> add(const UserId &user, const QString &family, const QByteArray &parent,
                        Instant now);
    /** Unauthenticated for a token that is unknown or too old; for a stolen one, too, and then its
     * whole family is gone and named in stolen. */
    Result<Use> use(const QString &token, Instant now, QString &stolen);
    /** What was given for this token has arrived: it works no more. */
    Result<> settle(const QByteArray &token);
    Result<> revokeFamily(const QString &family);
    Result<> revokeUser(const UserId &user);

private:
    Result<bool> isStolen(const QByteArray &parent, qint64 used, Instant now);

    Database &m_database;
    Statement m_insert;
    Statement m_find;
    Statement m_markUsed;
    Statement m_usedSibling;
    Statement m_deleteFamily;
    Statement m_deleteUser;
    Statement m_deleteOld;
};

} // namespace quntai
