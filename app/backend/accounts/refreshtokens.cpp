// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/accounts/refreshtokens.h"

#include "app/backend/accounts/passwords.h"

#include <QCryptographicHash>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lifetimeMs = 30LL * 24 * 3600 * 1000;

QByteArray hashOf(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

std::unexpected<Error> refused()
{
    return failure(ErrorKind::Unauthenticated, u"The session is over; sign in again"_s);
}

} // namespace

Result<> RefreshTokens::prepare()
{
    const auto into = [this](Statement &statement, QByteArrayView sql) -> Result<> {
        auto prepared = m_database.prepare(sql);
        if (!prepared)
            return std::unexpected(prepared.error());
        statement = std::move(*prepared);
        return {};
    };
    return into(m_insert, "INSERT INTO refresh(token, user_id, family, expires) VALUES(?, ?, ?, ?)")
        .and_then([&] {
            return into(m_find, "SELECT user_id, family, expires, used FROM refresh WHERE token = ?");
        })
        .and_then([&] { return into(m_markUsed, "UPDATE refresh SET used = 1 WHERE token = ?"); })
        .and_then([&] { return into(m_deleteFamily, "DELETE FROM refresh WHERE family = ?"); })
        .and_then([&] { return into(m_deleteUser, "DELETE FROM refresh WHERE user_id = ?"); })
        .and_then([&] { return into(m_deleteOld, "DELETE FROM refresh WHERE expires < ?"); });
}

Result<QString> RefreshTokens::add(const UserId &user, const QString &family, Instant now)
{
    const auto token = randomToken();
    return m_deleteOld.with(now)
        .run()
        .and_then([&] {
            return m_insert.with(hashOf(token), user, family, Instant{now.ms + lifetimeMs}).run();
        })
        .transform([&] { return token; });
}

Result<RefreshTokens::Use> RefreshTokens::use(const QString &token, Instant now,
                                              QString &stolen)
{
    const auto hash = hashOf(token);
    const auto found = m_find.with(hash).step();
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return refused();
    const Use use{{m_find.text(0)}, m_find.text(1)};
    const bool expired = m_find.instant(2) < now;
    const bool used = m_find.number(3) != 0;
    m_find.reset();
    if (used || expired) {
        if (const auto revoked = revokeFamily(use.family); !revoked)
            return std::unexpected(revoked.error());
        stolen = use.family;
        return refused();
    }
    return m_markUsed.with(hash).run().transform([&] { return use; });
}

Result<> RefreshTokens::revokeFamily(const QString &family)
{
    return m_deleteFamily.with(family).run();
}

Result<> RefreshTokens::revokeUser(const UserId &user)
{
    return m_deleteUser.with(user).run();
}

} // namespace quntai
