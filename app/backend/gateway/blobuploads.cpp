// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/blobuploads.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <numeric>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Of the table before nothing is taken over: consoles bring it again. */
constexpr auto schema = "CREATE TABLE IF NOT EXISTS waits("
                        " sha256 TEXT NOT NULL, user_id TEXT NOT NULL, group_id TEXT NOT NULL,"
                        " bytes INTEGER NOT NULL, at INTEGER NOT NULL, named INTEGER NOT NULL,"
                        " PRIMARY KEY(sha256, user_id, group_id)) WITHOUT ROWID;"
                        "CREATE TABLE IF NOT EXISTS words("
                        " sha256 TEXT PRIMARY KEY, words TEXT NOT NULL, at INTEGER NOT NULL)"
                        " WITHOUT ROWID;"
                        "DROP TABLE IF EXISTS waiting";
constexpr int againMs = 10'000;

} // namespace

Result<> BlobUploads::open()
{
    if (m_database)
        return {};
    DatabaseOptions options;
    options.path = m_path;
    auto database = Database::open(options);
    if (!database)
        return std::unexpected(database.error());
    m_database = std::move(*database);
    auto done = prepare();
    if (!done) {
        for (auto *statement : {&m_note, &m_find, &m_sum, &m_used, &m_named, &m_waits, &m_read,
                                &m_words, &m_forget, &m_forgetWords})
            *statement = {};
        m_database.reset();
    }
    return done;
}

Result<> BlobUploads::prepare()
{
    if (auto made = m_database->execute(schema); !made)
        return made;
    const std::pair<Statement *, const char *> statements[] = {
        {&m_note, "INSERT OR REPLACE INTO waits(sha256, user_id, group_id, bytes, at, named)"
                  " VALUES(?, ?, ?, ?, ?, ?)"},
        {&m_find, "SELECT 1 FROM waits WHERE sha256 = ? AND user_id = ? AND group_id = ?"},
        {&m_sum, "SELECT coalesce(sum(bytes), 0) FROM (SELECT max(bytes) AS bytes FROM waits"
                 " WHERE user_id = ? AND named = 0 AND sha256 <> ? GROUP BY sha256)"},
        {&m_used, "DELETE FROM waits WHERE sha256 = ? AND group_id = ?"},
        {&m_named, "UPDATE waits SET named = 1 WHERE sha256 = ?"},
        {&m_waits, "SELECT 1 FROM waits WHERE sha256 = ? LIMIT 1"},
        {&m_read, "INSERT OR REPLACE INTO words(sha256, words, at) VALUES(?, ?, ?)"},
        {&m_words, "SELECT words FROM words WHERE sha256 = ?"},
        {&m_forget, "DELETE FROM waits WHERE sha256 = ?"},
        {&m_forgetWords, "DELETE FROM words WHERE sha256 = ?"}};
    for (const auto &[statement, sql] : statements) {
        auto prepared = m_database->prepare(sql);
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return {};
}

/** Each of the same name as well: until they are here they are as many files. */
qint64 BlobUploads::comingOf(const UserId &user)
{
    m_coming.removeIf([](const auto &one) { return one.expired(); });
    return std::accumulate(m_coming.cbegin(), m_coming.cend(), qint64(0),
                           [&](qint64 sum, const auto &one) {
                               const auto coming = one.lock();
                               return coming->user == user ? sum + coming->bytes : sum;
                           });
}

Result<BlobRoom> BlobUploads::takeRoom(const UserId &user, const QString &sha256, qint64 bytes)
{
    if (const auto opened = open(); !opened)
        return std::unexpected(opened.error());
    const auto found = m_sum.with(user, sha256).step();
    if (!found)
        return std::unexpected(found.error());
    const auto waiting = m_sum.number(0) + comingOf(user);
    m_sum.reset();
    if (waiting + bytes <= m_most) {
        auto room = std::make_shared<const ComingBlob>(user, bytes);
        m_coming.append(room);
        return room;
    }
    return failure(ErrorKind::RateLimited,
                   u"Too much of yours waits to be sent already: %1 MB"_s.arg(waiting / 1'000'000),
                   {{u"retryAfterMs"_s, againMs}});
}

Result<> BlobUploads::note(const UserId &user, const GroupId &group, const QString &sha256,
                           qint64 bytes, Instant at, bool isNamed)
{
    return open().and_then(
        [&] { return m_note.with(sha256, user, group, bytes, at.ms, qint64(isNamed)).run(); });
}

bool BlobUploads::isFrom(const UserId &user, const GroupId &group, const QString &sha256)
{
    if (!open())
        return false;
    const auto found = m_find.with(sha256, user, group).step();
    m_find.reset();
    return found && *found;
}

Result<> BlobUploads::noteWords(const QString &sha256, const QString &words, Instant at)
{
    return open().and_then([&] { return m_read.with(sha256, words, at.ms).run(); });
}

Result<std::optional<QString>> BlobUploads::wordsOf(const QString &sha256)
{
    if (const auto opened = open(); !opened)
        return std::unexpected(opened.error());
    const auto found = m_words.with(sha256).step();
    if (!found)
        return std::unexpected(found.error());
    auto words = *found ? std::optional(m_words.text(0)) : std::nullopt;
    m_words.reset();
    return words;
}

void BlobUploads::forget(const QString &sha256)
{
    if (open() && m_forget.with(sha256).run() && m_forgetWords.with(sha256).run())
        std::ignore = m_database->checkpoint(true);
}

void BlobUploads::used(const GroupId &group, const QString &sha256)
{
    // One that stays is forgotten with the old ones.
    if (!open())
        return;
    std::ignore = m_used.with(sha256, group).run();
    std::ignore = m_named.with(sha256).run();
}

QStringList BlobUploads::leftBy(const UserId &user, Instant before)
{
    QStringList left;
    if (!open())
        return left;
    auto select = m_database->prepare("SELECT sha256 FROM waits WHERE user_id = ? AND named = 0"
                                      " GROUP BY sha256 HAVING max(at) < ? ORDER BY max(at)");
    if (!select)
        return left;
    select->with(user, before.ms);
    for (auto row = select->step(); row && *row; row = select->step())
        left.append(select->text(0));
    return left;
}

bool BlobUploads::isAnothers(const UserId &user, const QString &sha256)
{
    if (!open())
        return true;
    auto select = m_database->prepare("SELECT 1 FROM waits WHERE sha256 = ? AND user_id <> ?");
    if (!select)
        return true;
    const auto found = select->with(sha256, user).step();
    return !found || *found;
}

void BlobUploads::forget(const UserId &user, const QString &sha256)
{
    if (!open())
        return;
    if (auto remove = m_database->prepare("DELETE FROM waits WHERE user_id = ? AND sha256 = ?"))
        std::ignore = remove->with(user, sha256).run();
}

QStringList BlobUploads::old(Instant before)
{
    QStringList old;
    if (!open())
        return old;
    auto select = m_database->prepare("SELECT sha256 FROM waits GROUP BY sha256 HAVING max(at) < ?");
    if (!select)
        return old;
    select->with(before.ms);
    for (auto row = select->step(); row && *row; row = select->step())
        old.append(select->text(0));
    return old;
}

void BlobUploads::forgetOld(Instant before, const QStringList &except)
{
    if (!open())
        return;
    const auto json = QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(except)).toJson(QJsonDocument::Compact));
    if (auto remove = m_database->prepare("DELETE FROM waits WHERE at < ?"
                                          " AND sha256 NOT IN (SELECT value FROM json_each(?))"))
        std::ignore = remove->with(before.ms, json).run();
    if (auto remove = m_database->prepare("DELETE FROM words WHERE at < ?"))
        std::ignore = remove->with(before.ms).run();
}

std::optional<bool> BlobUploads::isWaiting(const QString &sha256)
{
    if (!open())
        return std::nullopt;
    const auto found = m_waits.with(sha256).step();
    m_waits.reset();
    return found ? std::optional(*found) : std::nullopt;
}

} // namespace quntai
