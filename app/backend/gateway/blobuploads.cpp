// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/blobuploads.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr auto schema = "CREATE TABLE IF NOT EXISTS waiting("
                        " sha256 TEXT NOT NULL, user_id TEXT NOT NULL, group_id TEXT NOT NULL,"
                        " bytes INTEGER NOT NULL, at INTEGER NOT NULL,"
                        " text TEXT NOT NULL DEFAULT '',"
                        " PRIMARY KEY(sha256, user_id, group_id)) WITHOUT ROWID";
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
        for (auto *statement : {&m_note, &m_find, &m_sum, &m_used, &m_read, &m_text})
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
        {&m_note, "INSERT OR REPLACE INTO waiting(sha256, user_id, group_id, bytes, at)"
                  " VALUES(?, ?, ?, ?, ?)"},
        {&m_find, "SELECT 1 FROM waiting WHERE sha256 = ? AND user_id = ? AND group_id = ?"},
        {&m_sum, "SELECT coalesce(sum(bytes), 0) FROM waiting WHERE user_id = ?"},
        {&m_used, "DELETE FROM waiting WHERE sha256 = ? AND group_id = ?"},
        {&m_read, "UPDATE waiting SET text = ? WHERE sha256 = ?"},
        {&m_text, "SELECT text FROM waiting WHERE sha256 = ? LIMIT 1"}};
    for (const auto &[statement, sql] : statements) {
        auto prepared = m_database->prepare(sql);
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return {};
}

Result<> BlobUploads::checkRoom(const UserId &user, qint64 bytes)
{
    if (auto opened = open(); !opened)
        return opened;
    const auto found = m_sum.with(user).step();
    if (!found)
        return std::unexpected(found.error());
    const auto waiting = m_sum.number(0);
    m_sum.reset();
    if (waiting + bytes <= mostWaitingBytes)
        return {};
    return failure(ErrorKind::RateLimited,
                   u"Too much of yours waits to be sent already: %1 MB"_s.arg(waiting / 1'000'000),
                   {{u"retryAfterMs"_s, againMs}});
}

Result<> BlobUploads::note(const UserId &user, const GroupId &group, const QString &sha256,
                           qint64 bytes, Instant at)
{
    return open().and_then([&] { return m_note.with(sha256, user, group, bytes, at.ms).run(); });
}

bool BlobUploads::isFrom(const UserId &user, const GroupId &group, const QString &sha256)
{
    if (!open())
        return false;
    const auto found = m_find.with(sha256, user, group).step();
    m_find.reset();
    return found && *found;
}

void BlobUploads::noteText(const QString &sha256, const QString &text)
{
    if (open())
        std::ignore = m_read.with(text, sha256).run();
}

QString BlobUploads::textOf(const QString &sha256)
{
    if (!open())
        return {};
    const auto found = m_text.with(sha256).step();
    const auto text = found && *found ? m_text.text(0) : QString();
    m_text.reset();
    return text;
}

void BlobUploads::used(const GroupId &group, const QString &sha256)
{
    // One that stays is forgotten with the old ones.
    if (open())
        std::ignore = m_used.with(sha256, group).run();
}

QStringList BlobUploads::takeOld(Instant before)
{
    QStringList old;
    if (!open())
        return old;
    auto select = m_database->prepare("SELECT sha256 FROM waiting GROUP BY sha256 HAVING max(at) < ?");
    auto remove = m_database->prepare("DELETE FROM waiting WHERE at < ?");
    if (!select || !remove)
        return old;
    select->with(before.ms);
    for (auto row = select->step(); row && *row; row = select->step())
        old.append(select->text(0));
    return remove->with(before.ms).run() ? old : QStringList{};
}

} // namespace quntai
