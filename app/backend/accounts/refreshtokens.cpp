// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/accounts/refreshtokens.h"

#include "app/backend/accounts/passwords.h"

#include <QCryptographicHash>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Of a token whose successor has arrived, as the time of its use. */
constexpr qint64 usedForGood = 1;
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
    return into(m_insert, "INSERT INTO refresh(token, user_id, family, expires, parent)"
                          " VALUES(?, ?, ?, ?, ?)")
        .and_then([&] {
            return into(m_find, "SELECT user_id, family, expires, used, parent FROM refresh"
                                " WHERE token = ?");
        })
        .and_then([&] { return into(m_markUsed, "UPDATE refresh SET used = ? WHERE token = ?"); })
        .and_then([&] {
            return into(m_usedSibling, "SELECT 1 FROM refresh WHERE parent = ? AND used <> 0");
        })
        .and_then([&] { return into(m_deleteFamily, "DELETE FROM refresh WHERE family = ?"); })
        .and_then([&] { return into(m_deleteUser, "DELETE FROM refresh WHERE user_id = ?"); })
        .and_then([&] { return into(m_deleteOld, "DELETE FROM refresh WHERE expires < ?"); });
}

Result<QString> RefreshTokens::add(const UserId &user, const QString &family,
                                   const QByteArray &parent, Instant now)
{
    const auto token = randomToken();
    return m_deleteOld.with(now)
        .run()
        .and_then([&] {
            return m_insert
                .with(hashOf(token), user, family, Instant{now.ms + lifetimeMs}, parent)
                .run();
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
    const Use use{{m_find.text(0)}, m_find.text(1), hash};
    const bool expired = m_find.instant(2) < now;
    const auto used = m_find.number(3);
    const auto parent = m_find.bytes(4);
    m_find.reset();
    const auto isTheft = isStolen(parent, used, now);
    if (!isTheft)
        return std::unexpected(isTheft.error());
    if (*isTheft || expired) {
        if (const auto revoked = revokeFamily(use.family); !revoked)
            return std::unexpected(revoked.error());
        stolen = use.family;
        return refused();
    }
    return settle(parent)
        .and_then([&] { return used == 0 ? m_markUsed.with(now, hash).run() : Result<>{}; })
        .transform([&] { return use; });
}

Result<bool> RefreshTokens::isStolen(const QByteArray &parent, qint64 used, Instant now)
{
    if (used != 0)
        return std::abs(now.ms - used) > graceMs;
    if (parent.isEmpty())
        return false;
    const auto sibling = m_usedSibling.with(parent).step();
    m_usedSibling.reset();
    return sibling;
}

Result<> RefreshTokens::settle(const QByteArray &token)
{
    return token.isEmpty() ? Result<>{} : m_markUsed.with(Instant{usedForGood}, token).run();
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
