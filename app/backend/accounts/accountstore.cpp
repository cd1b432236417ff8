// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/accounts/accountstore.h"

#include "app/backend/accounts/accountcheck.h"
#include "app/backend/accounts/passwords.h"
#include "models/storage/migrations.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QElapsedTimer>
#include <QPointer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Each hash takes 64 MiB; more at a time would let strangers use up the memory. */
constexpr int hashesAtATime = 2;
constexpr int hashesWaiting = 64;

QByteArray digest(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

AccountStore::Clocks AccountStore::systemClocks()
{
    QElapsedTimer timer;
    timer.start();
    return {[] { return Instant{QDateTime::currentMSecsSinceEpoch()}; },
            [timer] { return timer.elapsed(); }};
}

Result<std::unique_ptr<AccountStore>> AccountStore::open(const QString &path, bool mustHold,
                                                         const Clocks &clocks)
{
    DatabaseOptions options;
    options.path = path;
    options.adviceWhenDamaged = u"Put it back from a backup, or remove it together with its -wal "
                                "file and set the passwords anew with \"user add\"."_s;
    if (auto good = checkAccounts(path, mustHold, options.adviceWhenDamaged); !good)
        return std::unexpected(good.error());
    auto database = Database::open(options);
    if (!database)
        return std::unexpected(database.error());
    if (const auto done = migrate(**database, u":/sql/accounts"_s); !done)
        return std::unexpected(done.error());
    auto store = std::unique_ptr<AccountStore>(new AccountStore(std::move(*database), clocks));
    if (const auto prepared = store->prepare(); !prepared)
        return std::unexpected(prepared.error());
    return store;
}

AccountStore::AccountStore(std::unique_ptr<Database> database, const Clocks &clocks)
    : m_database(std::move(database)), m_clocks(clocks), m_refresh(*m_database),
      m_backOff(clocks.steadyMs)
{
    m_workers.setMaxThreadCount(hashesAtATime);
}

AccountStore::~AccountStore()
{
    m_workers.clear();
    m_workers.waitForDone();
}

Result<> AccountStore::prepare()
{
    auto find = m_database->prepare("SELECT hash FROM password WHERE user_id = ?");
    if (!find)
        return std::unexpected(find.error());
    auto store = m_database->prepare(
        "INSERT INTO password(user_id, hash) VALUES(?1, ?2)"
        " ON CONFLICT(user_id) DO UPDATE SET hash = ?2");
    if (!store)
        return std::unexpected(store.error());
    m_find = std::move(*find);
    m_store = std::move(*store);
    return m_refresh.prepare();
}

Result<QByteArray> AccountStore::hashOf(const UserId &user)
{
    const auto found = m_find.with(user).step();
    if (!found)
        return std::unexpected(found.error());
    const auto sealed = *found ? m_find.bytes(0) : QByteArray();
    m_find.reset();
    if (sealed.isEmpty())
        return QByteArray();
    const auto hash = unsealHash(user, sealed);
    if (!hash)
        return std::unexpected(m_database->damaged(u"a password was changed"));
    return *hash;
}

Result<> AccountStore::storeHash(const UserId &user, const QByteArray &hash)
{
    return m_store.with(user, sealHash(user, hash)).run().and_then([&] { return revokeUser(user); });
}

void AccountStore::checkPassword(const UserId &user, const QString &password,
                                 const QString &address, QObject *context, Done done)
{
    const auto hash = hashOf(user);
    if (!hash)
        return done(std::unexpected(hash.error()));
    auto wait = m_backOff.waitMs(user.value, address);
    if (m_workers.activeThreadCount() >= hashesAtATime && m_waiting >= hashesWaiting)
        wait = std::max<qint64>(wait, 1000);
    if (wait > 0)
        return done(failure(ErrorKind::RateLimited, u"Too many tries; wait a moment"_s,
                            {{u"retryAfterMs"_s, wait}}));
    ++m_waiting;
    auto answer = [this, user, address, guard = QPointer(context), done = std::move(done)](bool right) {
        --m_waiting;
        if (right)
            m_backOff.succeeded(user.value, address);
        else
            m_backOff.failed(user.value, address);
        if (!guard)
            return;
        if (right)
            done({});
        else
            done(failure(ErrorKind::Unauthenticated, u"User or password is wrong"_s));
    };
    m_workers.start([this, hash = *hash, password, answer = std::move(answer)] {
        const bool right = verifyPassword(hash, password);
        QMetaObject::invokeMethod(this, [right, answer] { answer(right); }, Qt::QueuedConnection);
    });
}

void AccountStore::setPassword(const UserId &user, const QString &password, QObject *context,
                               Done done)
{
    m_workers.start([this, user, password, guard = QPointer(context), done = std::move(done)] {
        auto hash = hashPassword(password);
        QMetaObject::invokeMethod(
            this,
            [this, user, hash = std::move(hash), guard, done] {
                const auto stored = hash.and_then(
                    [&](const QByteArray &text) { return storeHash(user, text); });
                if (guard)
                    done(stored);
            },
            Qt::QueuedConnection);
    });
}

Result<> AccountStore::setPasswordNow(const UserId &user, const QString &password)
{
    return hashPassword(password).and_then(
        [&](const QByteArray &hash) { return storeHash(user, hash); });
}

Result<IssuedTokens> AccountStore::issue(const UserId &user)
{
    return issueIn(user, randomToken());
}

Result<IssuedTokens> AccountStore::issueIn(const UserId &user, const QString &family,
                                           const QByteArray &parent)
{
    dropExpired();
    auto refresh = m_refresh.add(user, family, parent, m_clocks.wall());
    if (!refresh)
        return std::unexpected(refresh.error());
    const auto access = randomToken();
    m_access.insert(digest(access),
                    {user, family, m_clocks.steadyMs() + qint64(accessSeconds) * 1000, parent});
    return IssuedTokens{user, family, access, accessSeconds, *refresh};
}

Result<IssuedTokens> AccountStore::refresh(const QString &refreshToken)
{
    QString stolen;
    const auto use = m_refresh.use(refreshToken, m_clocks.wall(), stolen);
    if (!stolen.isEmpty()) {
        m_access.removeIf([&](auto it) { return it->family == stolen; });
        Q_EMIT familyEnded(stolen);
    }
    if (!use)
        return std::unexpected(use.error());
    return issueIn(use->user, use->family, use->token);
}

Result<IssuedTokens> AccountStore::reissue(const QString &accessToken)
{
    if (!userOfAccess(accessToken))
        return failure(ErrorKind::Unauthenticated, u"The token is not valid (any more)"_s);
    const auto access = m_access.value(digest(accessToken));
    return m_refresh.settle(access.parent).and_then([&] {
        return issueIn(access.user, access.family);
    });
}

std::optional<UserId> AccountStore::userOfAccess(const QString &token) const
{
    const auto found = m_access.constFind(digest(token));
    if (found == m_access.cend() || found->until < m_clocks.steadyMs())
        return std::nullopt;
    return found->user;
}

QString AccountStore::makeOneTimeToken(const UserId &user)
{
    const auto token = randomToken();
    m_oneTime.insert(digest(token), user);
    return token;
}

std::optional<UserId> AccountStore::takeOneTimeToken(const QString &token)
{
    const auto found = m_oneTime.find(digest(token));
    if (found == m_oneTime.end())
        return std::nullopt;
    const auto user = *found;
    m_oneTime.erase(found);
    return user;
}

Result<> AccountStore::revokeFamily(const QString &family)
{
    m_access.removeIf([&](auto it) { return it->family == family; });
    Q_EMIT familyEnded(family);
    return m_refresh.revokeFamily(family);
}

Result<> AccountStore::revokeUser(const UserId &user)
{
    m_access.removeIf([&](auto it) { return it->user == user; });
    Q_EMIT userEnded(user);
    return m_refresh.revokeUser(user);
}

void AccountStore::dropExpired()
{
    const auto now = m_clocks.steadyMs();
    m_access.removeIf([&](auto it) { return it->until < now; });
}

} // namespace quntai
